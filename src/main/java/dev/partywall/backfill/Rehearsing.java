package dev.partywall.backfill;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.Column;
import dev.partywall.connect.Sql;
import dev.partywall.connect.WriteSession;
import dev.partywall.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries a plan out, by the very code that does it for good, on a session that cannot commit. */
final class Rehearsing {
    /** Rows of a table at most: they stay locked until the end. */
    private static final int MOST_ROWS = 5_000;

    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final Inspection inspection;
    private final WriteSession session;
    private final Control control;
    private final Mappings mappings = new Mappings();

    /** @param session of a rehearsal */
    Rehearsing(Inspection inspection, WriteSession session, Control control) {
        this.inspection = inspection;
        this.session = session;
        this.control = control;
    }

    /** @throws Failure when the plan does not fit */
    Rehearsal of(Plan plan) {
        Checks checks = new Checks(inspection, session, mappings);
        checks.triggersOff(plan);
        plan.tables().forEach(table -> checks.planned(table, true));
        List<Rehearsal.Table> tables = new ArrayList<>();
        for (int i = 0; i < plan.tables().size() && !control.isStopped(); i++) {
            tables.add(table(plan, i));
        }
        return new Rehearsal(tables);
    }

    private Rehearsal.Table table(Plan plan, int index) {
        Plan.Table table = plan.tables().get(index);
        Target target = Target.of(inspection, table.table());
        @Nullable Sql way = Execution.way(inspection, session, mappings, target, table.assignment());
        List<String> effects = way == null ? List.of() : sideEffects(table, target, way);
        RehearsedLedger ledger = new RehearsedLedger();
        Tally tally = new Tally(0);
        long walBefore = wal();
        Instant start = Instant.now();
        Outcome.Table outcome =
                new TableRun(session, ledger, plan, index, target, way, tally, pace(plan, table, start)).run();
        Duration took = Duration.between(start, Instant.now());
        return told(table, outcome, effects, ledger, took, wal() - walBefore);
    }

    /** Ends it when enough was tried, or somebody stopped it. */
    private Pace pace(Plan plan, Plan.Table table, Instant start) {
        Control enough = new Control();
        Consumer<Progress> listener = at -> {
            boolean late = Duration.between(start, Instant.now()).compareTo(LONGEST) > 0;
            if (control.isStopped() || (at.done() < table.rows() && (at.done() >= MOST_ROWS || late))) {
                enough.stop();
            }
        };
        return new Pace(
                new Pace.Where(RehearsedLedger.NOWHERE, table.table(), 1, 1, 0, table.rows()),
                new Throttle(session, new Plan.Limits(0, 0)),
                enough,
                listener);
    }

    private Rehearsal.Table told(
            Plan.Table table,
            Outcome.Table outcome,
            List<String> effects,
            RehearsedLedger ledger,
            Duration took,
            long wal) {
        long changed = outcome.set();
        boolean sampled = changed + outcome.aside().size() < table.rows();
        double share = changed == 0 ? 0 : (double) table.rows() / changed;
        Map<String, Long> after = new TreeMap<>(table.before());
        (sampled ? table.tenants() : outcome.tenants()).forEach((tenant, rows) -> after.merge(tenant, rows, Long::sum));
        return new Rehearsal.Table(
                table.table(),
                sampled,
                changed + outcome.aside().size(),
                changed,
                table.before(),
                after,
                ledger.samples(),
                outcome.aside(),
                outcome.left(),
                effects,
                table.rows(),
                Duration.ofMillis(Math.round(took.toMillis() * share)),
                Math.round(wal * share));
    }

    private long wal() {
        Sql ask = Sql.of("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");
        return session.list(ask, row -> row.number(1)).getFirst();
    }

    /** What else changes; nothing where the server refuses, which the rehearsal itself tells. */
    private List<String> sideEffects(Plan.Table table, Target target, Sql way) {
        try {
            Committer.begin(session, Duration.ofMillis(250), false);
            List<String> sentences = new ArrayList<>(session.list(
                    new BatchSql(target).sideEffects(way, table.tenants().keySet()),
                    row -> sentence(target, row.get(1), row.number(2), row.number(3))));
            sentences.removeIf(String::isEmpty);
            return sentences;
        } catch (Failure refused) {
            if (Refusal.ends(refused)) {
                throw refused;
            }
            return List.of();
        } finally {
            session.rollback();
        }
    }

    private static String sentence(Target target, String column, long rows, long of) {
        if (column.equals(target.column().name())) {
            return "";
        }
        boolean generated =
                target.relation().column(column).filter(Column::generated).isPresent();
        String name = dev.partywall.catalog.Identifiers.quote(column);
        return generated
                ? "Generated column " + name + " is computed anew; undo computes it back."
                : "A trigger changes " + name + " as well, in " + rows + " of " + of
                        + " rows tried; undo does not take that back.";
    }
}
