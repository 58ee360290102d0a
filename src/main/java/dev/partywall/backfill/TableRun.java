package dev.partywall.backfill;

import dev.partywall.connect.Cancellation;
import dev.partywall.connect.Sql;
import dev.partywall.connect.WriteSession;
import dev.partywall.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the plan for one table: pass after pass over the rows without a tenant, batch after batch in the order of
 * the key, each batch a transaction.
 *
 * <p>A batch the server refuses is tried again in halves, down to the one row at fault, which is set aside. Rows that others hold
 * are skipped, and come back to at the end.
 */
final class TableRun {
    private static final int MOST_PASSES = 6;
    private static final int MOST_ASIDE = 1_000;
    private static final int MOST_TIMEOUTS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final WriteSession session;
    private final Journal journal;
    private final Plan.Table table;
    private final int index;
    private final Target target;
    private final Sql answer;
    private final BatchSql statements;
    private final BatchSize size;
    private final Tally tally;
    private final Consumer<Step> steps;
    private final Cancellation stop;
    private final Duration held;
    private @Nullable List<String> last;
    private long setInPass;

    /** A batch was committed. */
    record Step(Tally tally, int rows) {}

    TableRun(
            WriteSession session,
            Journal journal,
            Plan plan,
            int index,
            Target target,
            Sql answer,
            long setBefore,
            Consumer<Step> steps,
            Cancellation stop) {
        this.session = session;
        this.journal = journal;
        this.table = plan.tables().get(index);
        this.index = index;
        this.target = target;
        this.answer = answer;
        this.statements = new BatchSql(target);
        this.size = new BatchSize(plan.batches());
        this.held = Duration.ofMillis(plan.batches().lockMillis());
        this.tally = new Tally(setBefore);
        this.steps = steps;
        this.stop = stop;
    }

    /** Until no pass brings anything more, or somebody stops it. */
    Outcome.Table run() {
        long open = pass();
        for (int pass = 2; pass <= MOST_PASSES && again(open); pass++) {
            setInPass = 0;
            open = pass();
            if (setInPass == 0) {
                break;
            }
        }
        if (open > tally.stillOpen() && !stop.isCancelled()) {
            comeBack();
            open = openRows();
        }
        return tally.outcome(table, open);
    }

    /** Whether rows were skipped, or wait for rows that were set just now. */
    private boolean again(long open) {
        boolean follows = setInPass > 0
                && target.relation().foreignKeys().stream()
                        .anyMatch(key -> target.name().equals(key.references()));
        return open > 0 && !stop.isCancelled() && (open > tally.stillOpen() || follows);
    }

    /** All rows once, skipping those that others hold; says how many have no tenant now. */
    private long pass() {
        tally.beginPass();
        last = null;
        boolean more = true;
        while (more && !stop.isCancelled()) {
            more = size.rows() == 1 ? nextRow() : batch();
        }
        return openRows();
    }

    private long openRows() {
        long open = Counts.withoutTenant(session, target);
        session.rollback();
        return open;
    }

    /** Waits for the rows that others hold, one after another. */
    private void comeBack() {
        Sql sql = statements.remaining(answer, table.tenants().keySet());
        List<List<String>> keys = session.list(sql, this::key);
        session.rollback();
        int timeouts = 0;
        for (List<String> key : keys) {
            if (stop.isCancelled() || timeouts == MOST_TIMEOUTS) {
                return;
            }
            if (!tally.isAside(key)) {
                timeouts += row(key, PATIENCE) ? 0 : 1;
            }
        }
    }

    /** Whether there may be more rows. */
    private boolean batch() {
        int wanted = size.rows();
        Instant start = Instant.now();
        List<LookedAt> rows;
        try {
            rows = looked(statements.batch(answer, table.tenants().keySet(), last, wanted), held);
        } catch (Failure refused) {
            recover(refused);
            size.refused();
            return true;
        }
        commit(rows);
        size.took(Duration.between(start, Instant.now()));
        return rows.size() == wanted;
    }

    /** The next row alone: if it is refused it is the one at fault. */
    private boolean nextRow() {
        List<List<String>> next = session.list(statements.next(last), this::key);
        session.rollback();
        if (next.isEmpty()) {
            return false;
        }
        row(next.getFirst(), held);
        last = next.getFirst();
        return true;
    }

    /** One row; whether nobody was in the way. */
    private boolean row(List<String> key, Duration patience) {
        Instant start = Instant.now();
        try {
            commit(looked(statements.single(answer, table.tenants().keySet(), key), patience));
            size.took(Duration.between(start, Instant.now()));
            return true;
        } catch (Failure refused) {
            recover(refused);
            if (Refusal.passes(refused)) {
                return false;
            }
            setAside(key, String.valueOf(refused.sqlState()), String.valueOf(refused.getMessage()));
            return true;
        }
    }

    /** Deferred constraints are asked before the journal is written, so that a commit is not refused. */
    private List<LookedAt> looked(Sql sql, Duration patience) {
        int keySize = target.key().size();
        session.list(
                Sql.of("SELECT set_config('lock_timeout', ?, true)", patience.toMillis() + "ms"), row -> row.get(1));
        List<LookedAt> rows = session.list(sql, row -> LookedAt.of(row, keySize));
        session.execute(Sql.of("SET CONSTRAINTS ALL IMMEDIATE"));
        return rows;
    }

    private void commit(List<LookedAt> rows) {
        List<LookedAt> changed = rows.stream().filter(LookedAt::changed).toList();
        if (changed.isEmpty()) {
            session.rollback();
        } else {
            long number = journal.nextBatch();
            journal.promise(new JournalLine.Batch(
                    number,
                    index,
                    changed.getFirst().transaction(),
                    changed.stream().map(LookedAt::journalled).toList()));
            session.commit();
            journal.note(new JournalLine.Committed(number));
        }
        setInPass += changed.size();
        rows.forEach(this::tell);
        if (!rows.isEmpty()) {
            last = rows.getLast().key();
            steps.accept(new Step(tally, changed.size()));
        }
    }

    private void recover(Failure refused) {
        if (Refusal.ends(refused)) {
            throw refused;
        }
        session.rollback();
    }

    private void tell(LookedAt row) {
        if (row.wanted() && !row.changed()) {
            setAside(row.key(), "", "a trigger or rule kept the row as it was");
        } else {
            tally.add(row);
        }
    }

    private void setAside(List<String> key, String sqlState, String error) {
        tally.add(new SetAside(key, sqlState, error));
        journal.note(new JournalLine.Aside(index, key, sqlState, error));
        if (tally.aside() >= MOST_ASIDE) {
            throw Failure.incomplete(
                    "The server refused " + MOST_ASIDE + " rows of " + table.table() + "; of the last it said: "
                            + error,
                    "Look at what refuses them, then go on with --resume " + journal.file() + ".");
        }
    }

    private List<String> key(dev.partywall.connect.Row row) {
        return java.util.stream.IntStream.rangeClosed(1, target.key().size())
                .mapToObj(row::get)
                .toList();
    }
}
