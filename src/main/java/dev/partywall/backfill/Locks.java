package dev.partywall.backfill;

import dev.partywall.catalog.Relation;
import dev.partywall.connect.Sql;
import dev.partywall.connect.WriteSession;
import dev.partywall.failure.Failure;

/** One back-fill at a time on a table: an advisory lock, held by the session until its connection ends. */
final class Locks {
    /** Told apart from other programs' locks: "pwbf". */
    private static final long CLASS = 0x70776266L << 32;

    private Locks() {}

    /**
     * Takes the lock, or says who has it.
     *
     * @param patient whether to wait as long as a lock may be waited for: a run that was killed may still be ending
     */
    static void take(WriteSession session, Target target, boolean patient) {
        long lock = number(target.relation());
        if (session.list(Sql.of("SELECT pg_try_advisory_lock(?)", lock), row -> row.flag(1))
                .getFirst()) {
            session.commit();
            return;
        }
        if (!patient || !waited(session, lock)) {
            throw Failure.incomplete(
                    "Another back-fill is at work on " + target.name() + holder(session, lock) + ".",
                    "Wait until it has ended, or stop it; then run this again.");
        }
        session.commit();
    }

    /** The lock of a table. */
    static long number(Relation table) {
        return CLASS | table.oid();
    }

    private static boolean waited(WriteSession session, long lock) {
        try {
            session.list(Sql.of("SELECT pg_advisory_lock(?)", lock), row -> true);
            return true;
        } catch (Failure timeout) {
            if (!"55P03".equals(timeout.sqlState())) {
                throw timeout;
            }
            session.rollback();
            return false;
        }
    }

    private static String holder(WriteSession session, long lock) {
        Sql sql = SqlTemplate.fill("lock-holder.sql", java.util.Map.of("lock", Sql.of("?", lock)));
        return session.list(sql, row -> " (process " + row.get(1) + ", since " + row.get(2) + ")").stream()
                .findFirst()
                .orElse("");
    }
}
