package dev.partywall.backfill;

import dev.partywall.backfill.JournalFile.Fate;
import dev.partywall.connect.Sql;
import dev.partywall.connect.WriteSession;
import dev.partywall.failure.Failure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Asks the server what became of transactions that were announced in a journal and not marked as committed. */
final class Fates {
    private final WriteSession session;
    private final JournalFile journal;
    private final List<Target> targets;

    private Fates(WriteSession session, JournalFile journal, List<Target> targets) {
        this.session = session;
        this.journal = journal;
        this.targets = targets;
    }

    /**
     * The journal with every fate known. To be called with the tables' locks held, so that nothing is under way any more.
     *
     * @param targets the tables of the plan
     */
    static JournalFile decided(WriteSession session, JournalFile journal, List<Target> targets) {
        Fates fates = new Fates(session, journal, targets);
        Map<Long, Fate> known = new HashMap<>();
        journal.open().forEach(batch -> known.put(batch.number(), fates.of(batch)));
        journal.openUndos().forEach(undo -> known.put(undo.number(), fates.of(undo)));
        return journal.with(known);
    }

    /**
     * A server that crashed may have given the number of a transaction it lost to another one. So that it says "committed" is
     * not enough where the rows say otherwise: a batch sets all of its rows or none.
     */
    private Fate of(JournalFile.Batch batch) {
        Fate told = of(batch.transaction());
        return told == Fate.COMMITTED && denied(batch) ? Fate.ABORTED : told;
    }

    private boolean denied(JournalFile.Batch batch) {
        List<Evidence> seen =
                journal.rows(batch).stream().map(rows -> evidence(batch, rows)).toList();
        return seen.stream().anyMatch(Evidence::waiting) && seen.stream().noneMatch(Evidence::borne);
    }

    /** What was taken back cannot be as the batch left it. */
    private Fate of(JournalLine.Undo undo) {
        Fate told = of(undo.transaction());
        JournalFile.Batch batch = Objects.requireNonNull(journal.batches().get(undo.of()));
        JournalLine.Rows rows = journal.rows(batch).get(undo.rows()).part(undo.from(), undo.to());
        Evidence seen = evidence(batch, rows);
        boolean denied = rows.copies() == null ? seen.borne() : undo.undone() > 0 && !seen.there();
        return told == Fate.COMMITTED && denied ? Fate.ABORTED : told;
    }

    /** See {@code evidence.sql}. */
    private record Evidence(boolean borne, boolean waiting, boolean there) {}

    private Evidence evidence(JournalFile.Batch batch, JournalLine.Rows rows) {
        Sql ask = new BatchSql(targets.get(batch.table())).evidence(rows, batch.transaction());
        return session.list(ask, row -> new Evidence(row.flag(1), row.flag(2), row.flag(3)))
                .getFirst();
    }

    /**
     * A transaction so old that the server has forgotten it counts as committed: whether its rows are as it left them is
     * looked at row by row anyway. One the server has never seen was lost in a crash.
     */
    private Fate of(long transaction) {
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
    static void write(Ledger ledger, JournalFile before, JournalFile after) {
        before.open()
                .forEach(batch -> ledger.note(line(
                        batch.number(),
                        Objects.requireNonNull(after.batches().get(batch.number()))
                                .fate())));
        before.openUndos()
                .forEach(undo -> ledger.note(line(
                        undo.number(),
                        Objects.requireNonNull(after.undos().get(undo.number())).fate())));
    }

    private static JournalLine line(long number, Fate fate) {
        return fate == Fate.ABORTED ? new JournalLine.Aborted(number) : new JournalLine.Committed(number);
    }
}
