package dev.partywall.probe;

import dev.partywall.catalog.Column;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.ProbeSession.Attempt;
import dev.partywall.connect.Sql;
import dev.partywall.probe.Counting.Counted;
import java.util.Map;
import java.util.Optional;

/**
 * An UPDATE or DELETE without a condition. The rows it would hit are counted first; only where these are more than the
 * session's tenant owns is the statement itself sent, to see what else might stop it.
 */
public final class Bare {
    /** Above this many rows the statement itself is not sent: the count is the evidence. */
    private static final long FEW = 10_000;

    private final Trial trial;
    private final Privilege event;
    private final boolean allowed;
    private final Sql statement;
    private final String words;
    private final Verdicts verdicts;
    private long owned;

    public Bare(Probe probe, Trial trial, Privilege event, boolean allowed, Sql statement, String words) {
        this.trial = trial;
        this.event = event;
        this.allowed = allowed;
        this.statement = statement;
        this.words = words;
        this.owned = trial.owned();
        this.verdicts = new Verdicts(probe, trial, null, statement);
    }

    /** Not for what cannot be written, or where a view's own condition may be evaluated after ours. */
    public static boolean applies(Trial trial, Privilege event) {
        Relation relation = trial.target().relation();
        return switch (relation.kind()) {
            case TABLE, PARTITIONED_TABLE -> true;
            case VIEW -> relation.view() != null && relation.view().updatable().contains(event);
            case MATERIALIZED_VIEW, FOREIGN_TABLE -> false;
        };
    }

    /**
     * An UPDATE of every row that gives the rows to the session's tenant, or where that cannot be, leaves a column as it
     * is by default.
     */
    public static Sql update(Trial trial) {
        Target target = trial.target();
        String start = "UPDATE " + target.sql() + " SET ";
        if (target.ownership() instanceof Ownership.Own own && steals(trial)) {
            return Assignments.set(target, Map.of(own.column(), taker(trial))).in(start, "");
        }
        Optional<String> column = target.relation().columns().stream()
                .filter(candidate -> !candidate.generated() && !candidate.identity())
                .map(Column::name)
                .filter(trial.rights().update()::contains)
                .findFirst();
        return Sql.of(start
                + Identifiers.quote(column.orElse(
                        trial.rights().update().stream().sorted().findFirst().orElse(""))) + " = NULL");
    }

    private static boolean steals(Trial trial) {
        return !taker(trial).isEmpty()
                && !trial.target().registry()
                && trial.target().ownership() instanceof Ownership.Own own
                && trial.rights().update().contains(own.column());
    }

    /** To whom the rows are given: in a session that is no tenant's, to any. */
    private static String taker(Trial trial) {
        return trial.asTenant() ? trial.tenant() : trial.against();
    }

    public Verdict verdict() {
        if (!allowed) {
            return verdicts.blocked();
        }
        Tally control = trial.control();
        if (control == null && trial.asTenant()) {
            return verdicts.held(null, "Nothing was tried.");
        }
        if (owned > Tally.CAP) {
            return verdicts.notRun(trial.tenant() + " owns more than " + Tally.CAP
                    + " rows here, too many to count; the sessions without a tenant show whether this is open.");
        }
        if (trial.target().guarded().onStatement(event)) {
            Optional<String> danger = ForeignRow.danger(trial, event);
            if (danger.isPresent()) {
                return verdicts.notRun(danger.get());
            }
        }
        return trial.target().isView() ? sentAtOnce() : counted();
    }

    private Verdict counted() {
        Counted counted = Counting.rows(trial, statement, owned + FEW);
        return switch (counted) {
            case Counted.Refused refused -> verdicts.refused(refused.refused());
            case Counted.Rows rows -> exceeds(rows.rows()) ? confirmed(rows) : alike(rows.rows());
        };
    }

    /** Whether these are more than the tenant owns, also after others have written meanwhile. */
    private boolean exceeds(long rows) {
        if (rows > owned) {
            owned = Math.max(owned, trial.ownedNow());
        }
        return rows > owned;
    }

    /** As many as it owns may still be other rows than its own, where writing goes by another condition than reading. */
    private Verdict alike(long rows) {
        boolean tellable = rows > 0
                && trial.asTenant()
                && trial.apart(event)
                && !trial.target().guarded().on(event)
                && trial.total() <= FEW
                && (event == Privilege.UPDATE
                        ? steals(trial)
                        : !trial.target().guarded().referenced());
        return tellable ? compared(rows) : held(rows);
    }

    /** Looks how many of its own rows the tenant sees before and after. */
    private Verdict compared(long rows) {
        Sql own = Sql.of(
                "SELECT 1 FROM " + trial.target().sql() + " t WHERE "
                        + trial.target().is("t"),
                trial.tenant());
        boolean possible = trial.attempt(own) instanceof Attempt.Done before && before.rows() == owned;
        if (!possible || !(trial.attempt(statement, own) instanceof Attempt.Done after)) {
            return held(rows);
        }
        long foreign = event == Privilege.DELETE ? rows - (owned - after.rows()) : after.rows() - owned;
        return foreign <= 0
                ? held(rows)
                : verdicts.leaked(
                        foreign,
                        null,
                        trial.words() + ", " + words + " " + trial.name() + " hits " + rows + " rows, of which "
                                + foreign + " are rows of others; rolled back. The control saw " + trial.others()
                                + ".");
    }

    private Verdict held(long rows) {
        return verdicts.held(
                null,
                trial.words() + ", " + words + " " + trial.name() + " hits " + rows + " rows, no more than the " + owned
                        + " of its own.");
    }

    private Verdict confirmed(Counted.Rows counted) {
        return worthSending(counted)
                ? sent(counted)
                : leaked(counted.rows(), counted.more(), "would hit", "counted without touching one");
    }

    /** A trigger may yet stop it; without one, the real thing is done where it stays small. */
    private boolean worthSending(Counted.Rows counted) {
        Guards guards = trial.target().guarded();
        boolean few = !counted.more() && trial.total() <= FEW;
        boolean small = (event == Privilege.DELETE && !guards.referenced()) || guards.on(event);
        boolean meant = event == Privilege.DELETE || steals(trial);
        return few && meant && (small || event == Privilege.UPDATE) && sendable();
    }

    private boolean sendable() {
        return ForeignRow.danger(trial, event).isEmpty() && !ForeignRow.mayCount(trial, event);
    }

    private Verdict sentAtOnce() {
        if (event == Privilege.UPDATE && !steals(trial)) {
            return verdicts.notRun(
                    "The view " + trial.name() + " has no tenant column to set, so there is no harmless UPDATE.");
        }
        if (trial.total() > FEW || !sendable()) {
            return verdicts.notRun("The view " + trial.name()
                    + " shows too many rows, or lets triggers run, to try this on all of them.");
        }
        return sent(new Counted.Rows(0, false));
    }

    private Verdict sent(Counted.Rows counted) {
        Attempt attempt = trial.attempt(statement);
        return switch (attempt) {
            case Attempt.Done done ->
                exceeds(done.rows()) ? leaked(done.rows(), false, "hits", "rolled back") : held(done.rows());
            case Attempt.Refused refused -> stopped(refused, counted);
        };
    }

    private Verdict stopped(Attempt.Refused refused, Counted.Rows counted) {
        Obstacle obstacle = Obstacle.of(refused);
        if (counted.rows() <= owned || obstacle == Obstacle.TRIGGER) {
            return verdicts.refused(refused);
        }
        return leaked(
                counted.rows(),
                counted.more(),
                "is let through on",
                "then stopped by " + obstacle.words() + ", not by row security");
    }

    private Verdict leaked(long rows, boolean more, String hits, String how) {
        long foreign = rows - owned;
        String figure = more ? "at least " + foreign : String.valueOf(foreign);
        return verdicts.leaked(
                foreign,
                null,
                trial.words() + ", " + words + " " + trial.name() + " " + hits + " " + figure + " " + listed(foreign)
                        + "; " + how + ". The control saw " + trial.others() + ".");
    }

    /** {@code 3 of globex}, where it is sure whose they are. */
    private String listed(long foreign) {
        Tally control = trial.control();
        return control == null || foreign != trial.others()
                ? "rows of others"
                : "rows: " + control.listed(trial.readable());
    }
}
