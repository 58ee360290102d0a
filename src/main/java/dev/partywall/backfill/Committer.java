package dev.partywall.backfill;

import dev.partywall.connect.Sql;
import dev.partywall.connect.WriteSession;
import dev.partywall.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Does one batch: a transaction whose rows are in the ledger before it commits. */
final class Committer {
    private final WriteSession session;
    private final Ledger ledger;
    private final int index;
    private final Target target;
    private final boolean triggersOff;

    /** @param index of the table in the plan */
    Committer(WriteSession session, Ledger ledger, int index, Target target, boolean triggersOff) {
        this.session = session;
        this.ledger = ledger;
        this.index = index;
        this.target = target;
        this.triggersOff = triggersOff;
    }

    /**
     * Runs a statement of {@link BatchSql} and commits what it did, unless a trigger made something else of it.
     *
     * @param patience how long to wait for a lock
     * @throws Failure when refused; the transaction is left to be rolled back
     */
    BatchResult batch(Sql sql, Duration patience) {
        Instant start = Instant.now();
        begin(session, patience, triggersOff);
        int keySize = target.key().size();
        BatchResult result = new BatchResult(session.list(sql, row -> BatchPart.of(row, keySize)));
        // Deferred constraints are asked before the ledger is written, so that a commit is not refused.
        session.execute(Sql.of("SET CONSTRAINTS ALL IMMEDIATE"));
        if (result.rewritten().isEmpty() && result.changedRows() > 0) {
            commit(result, start);
        } else {
            session.rollback();
        }
        return result;
    }

    static void begin(WriteSession session, Duration patience, boolean triggersOff) {
        Sql replica = Sql.of(triggersOff ? ", set_config('session_replication_role', 'replica', true)" : "");
        Sql settings = SqlTemplate.fill("transaction.sql", Map.of("replica", replica));
        session.list(new Sql(settings.text(), List.of(patience.toMillis() + "ms")), row -> true);
    }

    private void commit(BatchResult result, Instant start) {
        long number = ledger.nextBatch();
        ledger.promise(new JournalLine.Batch(number, index, result.transaction(), result.done()));
        session.commit();
        ledger.note(new JournalLine.Committed(number));
        session.tell(
                "back-fill " + target.name() + ", batch " + number,
                result.changedRows(),
                Duration.between(start, Instant.now()));
    }
}
