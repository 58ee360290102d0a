package dev.partywall.backfill;

import dev.partywall.backfill.JournalFile.Fate;
import dev.partywall.connect.Sql;
import dev.partywall.connect.WriteSession;
import dev.partywall.failure.Failure;
import java.util.HashMap;
import java.util.Map;

/** Asks the server what became of transactions that were announced in a journal and not marked as committed. */
final class Fates {
    private Fates() {}

    /**
     * The journal with every fate known. To be called with the tables' locks held, so that nothing is under way any more.
     */
    static JournalFile decided(WriteSession session, JournalFile journal) {
        Map<Long, Fate> fates = new HashMap<>();
        for (JournalFile.Entry entry : journal.open()) {
            fates.put(entry.number(), fate(session, entry.transaction()));
        }
        return journal.with(fates);
    }

    /**
     * A transaction so old that the server has forgotten it counts as committed: whether its rows are as it left them is
     * looked at row by row anyway. One the server has never seen was lost in a crash.
     */
    private static Fate fate(WriteSession session, long transaction) {
        Sql next = Sql.of("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint <= ?", transaction);
        if (session.list(next, row -> row.flag(1)).getFirst()) {
            return Fate.ABORTED;
        }
        Sql ask = Sql.of("SELECT pg_xact_status(?::text::xid8)", Long.toUnsignedString(transaction));
        String status = session.list(ask, row -> String.valueOf(row.text(1))).getFirst();
        if ("in progress".equals(status)) {
            throw Failure.incomplete(
                    "A batch of this journal is still under way in another session.",
                    "Wait until it has ended, then run this again.");
        }
        return "aborted".equals(status) ? Fate.ABORTED : Fate.COMMITTED;
    }

    /** Writes down what was found out. */
    static void write(Journal journal, JournalFile before, JournalFile after) {
        for (JournalFile.Entry entry : before.open()) {
            boolean aborted =
                    after.entries().get(entry.number()) instanceof JournalFile.Entry now && now.fate() == Fate.ABORTED;
            journal.note(aborted ? new JournalLine.Aborted(entry.number()) : new JournalLine.Committed(entry.number()));
        }
    }
}
