package dev.partywall.backfill;

import dev.partywall.connect.Row;
import dev.partywall.connect.Sql;
import dev.partywall.connect.WriteSession;
import dev.partywall.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
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
    private final Ledger ledger;
    private final Plan.Table table;
    private final int index;
    private final Target target;
    private final @Nullable Sql way;
    private final BatchSql statements;
    private final Committer committer;
    private final BatchSize size;
    private final Tally tally;
    private final Pace pace;
    private final Duration held;
    private @Nullable List<String> last;
    private long setInPass;

    /**
     * @param index of the table in the plan
     * @param way whose a row is, for the row called t; null to delete it
     * @param pace told after each commit, and asked before each batch
     */
    TableRun(
            WriteSession session,
            Ledger ledger,
            Plan plan,
            int index,
            Target target,
            @Nullable Sql way,
            Tally tally,
            Pace pace) {
        this.session = session;
        this.ledger = ledger;
        this.table = plan.tables().get(index);
        this.index = index;
        this.target = target;
        this.way = way;
        this.statements = new BatchSql(target);
        this.committer = new Committer(session, ledger, index, target, plan.triggersOff());
        this.size = new BatchSize(plan.batches());
        this.held = Duration.ofMillis(plan.batches().lockMillis());
        this.tally = tally;
        this.pace = pace;
    }

    /** Until no pass brings anything more, or somebody stops it. */
    Outcome.Table run() {
        long open = pass();
        for (int pass = 2; pass <= MOST_PASSES && again(open); pass++) {
            open = pass();
            if (setInPass == 0) {
                break;
            }
        }
        if (open > tally.stillOpen() && !pace.stopped()) {
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
        return open > 0 && !pace.stopped() && (open > tally.stillOpen() || follows);
    }

    /** All rows once, skipping those that others hold; says how many have no tenant now. */
    private long pass() {
        tally.beginPass();
        setInPass = 0;
        last = null;
        boolean more = true;
        while (more && pace.goOn(tally.set(), tally.aside())) {
            more = size.rows() == 1 ? nextRow() : batch();
        }
        return pace.stopped() ? tally.stillOpen() : openRows();
    }

    private long openRows() {
        long open = Counts.withoutTenant(session, target);
        session.rollback();
        return open;
    }

    /** Waits for the rows that others hold, one after another. */
    private void comeBack() {
        pace.comingBack(tally.set(), tally.aside());
        Sql sql = statements.remaining(way, tenants());
        List<List<String>> keys = session.list(sql, this::key);
        session.rollback();
        int timeouts = 0;
        for (List<String> key : keys) {
            if (!pace.goOn(tally.set(), tally.aside()) || timeouts == MOST_TIMEOUTS) {
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
        BatchResult result;
        try {
            result = committer.batch(statements.batch(way, tenants(), last, wanted), held);
        } catch (Failure refused) {
            recover(refused);
            size.refused();
            return true;
        }
        if (!result.rewritten().isEmpty()) {
            size.refused();
            return true;
        }
        tell(result);
        size.took(Duration.between(start, Instant.now()));
        return result.looked() == wanted;
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
            BatchResult result = committer.batch(statements.single(way, tenants(), key), patience);
            result.rewritten().forEach(tenant -> setAside(key, "", "a trigger made its tenant " + tenant));
            result.kept().forEach(row -> setAside(row, "", "a trigger or rule kept the row as it was"));
            tell(result);
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

    private void tell(BatchResult result) {
        boolean changed = result.rewritten().isEmpty();
        setInPass += changed ? result.changedRows() : 0;
        tally.add(result);
        if (result.looked() > 0) {
            last = result.last();
            pace.done(tally.set(), tally.aside(), changed ? (int) result.changedRows() : 0);
        }
    }

    private void recover(Failure refused) {
        if (Refusal.ends(refused)) {
            throw refused;
        }
        session.rollback();
    }

    private void setAside(List<String> key, String sqlState, String error) {
        tally.add(new SetAside(key, sqlState, error));
        ledger.note(new JournalLine.Aside(index, key, sqlState, error));
        if (tally.aside() >= MOST_ASIDE) {
            throw Failure.incomplete(
                    "The server refused " + MOST_ASIDE + " rows of " + table.table() + "; of the last it said: "
                            + error,
                    "Look at what refuses them, then go on with --resume " + ledger.file() + ".");
        }
    }

    private Set<String> tenants() {
        return table.tenants().keySet();
    }

    private List<String> key(Row row) {
        return IntStream.rangeClosed(1, target.key().size()).mapToObj(row::get).toList();
    }
}
