package dev.partywall.probe;

import dev.partywall.connect.ProbeSession.Attempt;
import dev.partywall.connect.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a row ended up that a trigger may have changed before row security looked at it. */
public enum Landing {
    /** With the victim, as was asked. */
    WITH_VICTIM,
    /** With somebody else: a trigger changed the tenant. */
    ELSEWHERE,
    /** It could not be seen. */
    UNKNOWN;

    /** The write, giving a row only if the row written is not the victim's. */
    public static Sql elsewhere(Trial trial, Sql write) {
        Map<String, String> given = trial.target().ownership() instanceof Ownership.Own own
                ? Map.of(own.column(), trial.against())
                : ForeignRow.sample(trial).owner();
        Assignments victim = Assignments.match(trial.target(), "t", given);
        List<@Nullable Object> values = new ArrayList<>(write.values());
        values.addAll(victim.values());
        return new Sql(
                "WITH t AS (" + write.text() + " RETURNING *) SELECT 1 FROM t WHERE NOT coalesce(" + victim.text()
                        + ", false)",
                values);
    }

    /** Whether row security let the row pass. */
    public static boolean isIn(Attempt attempt) {
        return switch (attempt) {
            case Attempt.Done done -> done.rows() > 0;
            case Attempt.Refused refused -> Obstacle.of(refused) == Obstacle.CONSTRAINT;
        };
    }

    /** RETURNING also asks the SELECT policies: they refuse what is not the session's own. */
    public static Landing of(Attempt attempt) {
        return switch (attempt) {
            case Attempt.Done done -> done.rows() > 0 ? ELSEWHERE : WITH_VICTIM;
            case Attempt.Refused refused -> Obstacle.of(refused) == Obstacle.POLICY ? WITH_VICTIM : UNKNOWN;
        };
    }

    public Verdict verdict(Trial trial, Verdicts verdicts, String what) {
        return this == ELSEWHERE
                ? verdicts.held(
                        null,
                        trial.words() + ", " + what + " in " + trial.name()
                                + " stays its own: a trigger sets the tenant.")
                : verdicts.notRun(trial.words() + ", " + what + " in " + trial.name()
                        + " was taken, but a trigger may have changed its tenant, and that cannot be seen.");
    }
}
