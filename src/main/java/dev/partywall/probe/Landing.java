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

    /** Where the write puts its row, tried once more to be seen. */
    public static Landing of(Trial trial, Sql write) {
        return trial.asTenant() ? seenByItself(trial, write) : seenByVictim(trial, write);
    }

    /** RETURNING also asks the SELECT policies: they refuse what is not the session's own. */
    private static Landing seenByItself(Trial trial, Sql write) {
        Map<String, String> given = trial.target().ownership() instanceof Ownership.Own own
                ? Map.of(own.column(), trial.against())
                : ForeignRow.sample(trial).owner();
        Assignments victim = Assignments.match(trial.target(), "t", given);
        List<@Nullable Object> values = new ArrayList<>(write.values());
        values.addAll(victim.values());
        Attempt attempt = trial.attempt(new Sql(
                "WITH t AS (" + write.text() + " RETURNING *) SELECT 1 FROM t WHERE NOT coalesce(" + victim.text()
                        + ", false)",
                values));
        return switch (attempt) {
            case Attempt.Done done -> done.rows() > 0 ? ELSEWHERE : WITH_VICTIM;
            case Attempt.Refused refused -> Obstacle.of(refused) == Obstacle.POLICY ? WITH_VICTIM : UNKNOWN;
        };
    }

    /** A session without a tenant sees no row it wrote, whose ever it is: so the victim looks for the copy. */
    private static Landing seenByVictim(Trial trial, Sql write) {
        if (trial.asVictim().isEmpty() || trial.target().key().isEmpty()) {
            return UNKNOWN;
        }
        List<Sql> statements = new ArrayList<>(List.of(write));
        trial.asVictim().forEach((name, value) -> statements.add(Sql.of("SELECT set_config(?, ?, true)", name, value)));
        statements.add(Copy.find(trial, ForeignRow.sample(trial).fresh()));
        return switch (trial.attempt(statements.toArray(Sql[]::new))) {
            case Attempt.Done done -> done.rows() > 0 ? WITH_VICTIM : ELSEWHERE;
            case Attempt.Refused refused -> UNKNOWN;
        };
    }

    /** Whether row security let the row pass. */
    public static boolean isIn(Attempt attempt) {
        return switch (attempt) {
            case Attempt.Done done -> done.rows() > 0;
            case Attempt.Refused refused -> Obstacle.of(refused) == Obstacle.CONSTRAINT;
        };
    }

    /** Says what became of the row, where it did not get to the victim. */
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
