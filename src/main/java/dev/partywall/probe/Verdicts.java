package dev.partywall.probe;

import dev.partywall.connect.ProbeSession.Attempt;
import dev.partywall.connect.ProbeSession.Attempt.Refused;
import dev.partywall.connect.Sql;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Says what an attempt showed. */
public final class Verdicts {
    private final Probe probe;
    private final Trial trial;
    private final @Nullable String against;
    private final Sql[] statements;

    /**
     * @param against the tenant it was tried against; null for all others
     * @param statements for the replay
     */
    public Verdicts(Probe probe, Trial trial, @Nullable String against, Sql... statements) {
        this.probe = probe;
        this.trial = trial;
        this.against = against;
        this.statements = statements;
    }

    /** Foreign rows were reached. A leak needs no control: the rows are there. */
    public Verdict leaked(long rows, @Nullable String sqlState, String evidence) {
        return said(Outcome.LEAKED, rows, sqlState, evidence);
    }

    /** Nothing foreign was reached: isolated, where the control shows that there was something to reach. */
    public Verdict held(@Nullable String sqlState, String evidence) {
        Tally control = trial.control();
        if (control == null) {
            return incomplete(
                    sqlState,
                    evidence + " Whether there was anything to reach is not known: " + trial.uncontrolled() + ".");
        }
        long there = against == null ? trial.others() : control.of(against);
        if (there == 0) {
            return said(
                    Outcome.VACUOUS,
                    0,
                    sqlState,
                    evidence + " It proves nothing: the control saw no rows of "
                            + (against == null ? "others" : against) + ". Put some there and run again.");
        }
        return said(
                Outcome.ISOLATED,
                0,
                sqlState,
                evidence + " The control saw " + there + (control.capped() ? " or more" : "") + ".");
    }

    /** What an attempt came to: refused, or so many rows. */
    public Verdict of(Attempt attempt, LongFunction<Verdict> done) {
        return switch (attempt) {
            case Attempt.Refused refused -> refused(refused);
            case Attempt.Done rows -> done.apply(rows.rows());
        };
    }

    /** The server refused: what that shows depends on what stopped it. */
    public Verdict refused(Refused refused) {
        Obstacle obstacle = Obstacle.of(refused);
        String state = refused.sqlState();
        String stopped = trial.words() + ", " + doing() + " " + trial.name() + " was stopped by " + obstacle.words()
                + " (" + state + ").";
        return switch (obstacle) {
            case POLICY -> held(state, stopped);
            case CONSTRAINT ->
                leaked(
                        1,
                        state,
                        trial.words() + ", " + doing() + " " + trial.name() + " was let through by row security; only "
                                + (refused.constraint() == null
                                        ? "a constraint"
                                        : "the constraint " + refused.constraint())
                                + " stopped it (" + state + ").");
            case BRAKE -> leaked(1, null, trial.words() + ", " + doing() + " " + trial.name() + " was let through.");
            case CONTEXT ->
                trial.asTenant()
                        ? said(Outcome.FAILED, 0, state, stopped + " " + refused.message())
                        : held(state, stopped);
            case TRIGGER -> raised(state, stopped + " " + refused.message());
            case READ_ONLY -> said(Outcome.BLOCKED, 0, state, stopped + " " + refused.message());
            case BUSY, ODD -> said(Outcome.FAILED, 0, state, stopped + " " + refused.message());
        };
    }

    /** Without a tenant, raising is a way to stay closed; as a tenant, it hides what row security would have said. */
    private Verdict raised(String state, String stopped) {
        if (!trial.asTenant()) {
            return held(state, stopped);
        }
        return said(
                Set.of("SELECT", "COPY").contains(probe.command()) ? Outcome.FAILED : Outcome.BLOCKED,
                0,
                state,
                stopped);
    }

    /** Reading was refused. */
    public Verdict refused(Sight.Refused refused) {
        return refused(new Refused(refused.sqlState(), refused.message(), null, null, null));
    }

    /** A privilege is missing. */
    public Verdict blocked() {
        return said(
                Outcome.BLOCKED,
                0,
                null,
                trial.words() + ", " + doing() + " " + trial.name() + " is not possible: the privilege is missing.");
    }

    public Verdict notRun(String why) {
        return said(Outcome.NOT_RUN, 0, null, why);
    }

    /** It should have been decided and could not be: never green, and the run is not complete. */
    public Verdict incomplete(@Nullable String sqlState, String why) {
        return trial.verdict(probe, Outcome.NOT_RUN, against, 0, sqlState, why, true, statements);
    }

    private Verdict said(Outcome outcome, long rows, @Nullable String sqlState, String evidence) {
        return trial.verdict(probe, outcome, against, rows, sqlState, evidence, outcome == Outcome.FAILED, statements);
    }

    private String doing() {
        return switch (probe.command()) {
            case "SELECT", "COPY" -> "reading";
            case "INSERT" -> "inserting into";
            case "UPDATE" -> "changing rows of";
            case "DELETE" -> "deleting rows of";
            case "MERGE" -> "merging into";
            default -> "emptying";
        };
    }
}
