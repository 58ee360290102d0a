package dev.partywall.backfill;

import dev.partywall.connect.Row;
import dev.partywall.connect.Sql;
import dev.partywall.connect.WriteSession;
import dev.partywall.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Takes one batch back in pieces small enough; a piece the server refuses in halves, down to the one row at fault. */
final class UndoChunks {
    private static final int MOST_ASIDE = 1_000;
    private static final int MOST_TIMEOUTS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final WriteSession session;
    private final Ledger ledger;
    private final Target target;
    private final BatchSql statements;
    private final JournalFile.Batch batch;
    private final UndoTally tally;
    private final Pace pace;
    private final BatchSize size;
    private final Duration briefly;
    private final boolean triggersOff;
    private int timeouts;

    UndoChunks(
            WriteSession session,
            Ledger ledger,
            Plan plan,
            Target target,
            JournalFile.Batch batch,
            UndoTally tally,
            Pace pace) {
        this.session = session;
        this.ledger = ledger;
        this.target = target;
        this.statements = new BatchSql(target);
        this.batch = batch;
        this.tally = tally;
        this.pace = pace;
        this.size = new BatchSize(plan.batches());
        this.briefly = Duration.ofMillis(plan.batches().lockMillis());
        this.triggersOff = plan.triggersOff();
    }

    /** What the server says of one row. */
    private record Fate(long transaction, String what) {
        static Fate of(Row row) {
            return new Fate(row.number(1), row.get(2));
        }

        boolean undone() {
            return what.equals("UNDONE");
        }

        /** Whether it should have changed and did not, or not as it should. */
        boolean spoilt() {
            return what.equals("KEPT") || what.equals("REWRITTEN");
        }
    }

    /**
     * @param index of the rows in the batch
     * @param settled those that need not be looked at
     */
    void undo(int index, JournalLine.Rows rows, BitSet settled) {
        int from = settled.nextClearBit(0);
        while (from < rows.size() && pace.goOn(tally.undone(), tally.aside())) {
            int next = settled.nextSetBit(from);
            int end = next < 0 ? rows.size() : Math.min(next, rows.size());
            int to = Math.min(end, from + size.rows());
            piece(index, rows, from, to);
            from = settled.nextClearBit(to);
        }
    }

    private void piece(int index, JournalLine.Rows rows, int from, int to) {
        Instant start = Instant.now();
        try {
            List<Fate> fates = fates(rows.part(from, to), to - from == 1 && timeouts < MOST_TIMEOUTS);
            if (fates.stream().noneMatch(Fate::spoilt)) {
                commit(index, from, to, fates, start);
                return;
            }
            session.rollback();
            if (to - from == 1) {
                setAside(rows.key(from), "", "a trigger or rule kept it from being as it was");
            }
        } catch (Failure refused) {
            refused(rows, from, to, refused);
        }
        halves(index, rows, from, to);
    }

    private void halves(int index, JournalLine.Rows rows, int from, int to) {
        if (to - from > 1) {
            size.refused();
            int middle = (from + to) / 2;
            piece(index, rows, from, middle);
            piece(index, rows, middle, to);
        }
    }

    private List<Fate> fates(JournalLine.Rows rows, boolean patient) {
        Committer.begin(session, patient ? PATIENCE : briefly, triggersOff);
        Sql sql = rows.copies() == null ? statements.undo(rows, batch.transaction()) : statements.undelete(rows);
        List<Fate> fates = session.list(sql, Fate::of);
        session.execute(Sql.of("SET CONSTRAINTS ALL IMMEDIATE"));
        return fates;
    }

    private void commit(int index, int from, int to, List<Fate> fates, Instant start) {
        Map<UndoOutcome.Reason, Long> skipped = new EnumMap<>(UndoOutcome.Reason.class);
        fates.stream()
                .filter(fate -> !fate.undone())
                .forEach(fate -> skipped.merge(UndoOutcome.Reason.valueOf(fate.what()), 1L, Long::sum));
        long undone = fates.stream().filter(Fate::undone).count();
        JournalLine.Undo line = new JournalLine.Undo(
                ledger.nextBatch(),
                batch.number(),
                index,
                from,
                to,
                fates.getFirst().transaction(),
                undone,
                skipped);
        ledger.promise(line);
        session.commit();
        ledger.note(new JournalLine.Committed(line.number()));
        Duration took = Duration.between(start, Instant.now());
        session.tell("undo the back-fill of " + target.name() + ", batch " + batch.number(), undone, took);
        size.took(took);
        tally.add(line);
        pace.done(tally.undone(), tally.aside(), (int) undone);
    }

    private void refused(JournalLine.Rows rows, int from, int to, Failure refused) {
        if (Refusal.ends(refused)) {
            throw refused;
        }
        session.rollback();
        if (to - from > 1) {
            return;
        }
        if (Refusal.passes(refused)) {
            timeouts++;
            tally.held();
        } else {
            setAside(rows.key(from), String.valueOf(refused.sqlState()), String.valueOf(refused.getMessage()));
        }
    }

    private void setAside(List<String> key, String sqlState, String error) {
        tally.add(new SetAside(key, sqlState, error));
        if (tally.aside() >= MOST_ASIDE) {
            throw Failure.incomplete(
                    "The server refused to change " + MOST_ASIDE + " rows of " + target.name()
                            + " back; of the last it said: " + error,
                    "Look at what refuses them, then run --undo " + ledger.file() + " again.");
        }
    }
}
