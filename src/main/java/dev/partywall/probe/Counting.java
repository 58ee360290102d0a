package dev.partywall.probe;

import dev.partywall.connect.ProbeSession.Attempt;
import dev.partywall.connect.Sql;

/**
 * Counts the rows that row security admits to a bare UPDATE or DELETE, without touching one.
 *
 * <p>A condition that names no column needs no SELECT policy (FACTS, row security 6), and one that is not leakproof is
 * evaluated after the policies: so a condition that counts and is never true sees exactly the rows that the bare
 * statement would hit. No row is locked, no row trigger fires, no foreign key is asked.
 */
public final class Counting {
    private static final String NEXT = "CAST(pg_catalog.set_config('partywall.n', CAST(1 + CAST(coalesce(nullif("
            + "pg_catalog.current_setting('partywall.n', true), ''), '0') AS integer) AS text), true) AS integer)";

    /** What counting showed. */
    public sealed interface Counted {
        /** So many rows are admitted; {@code more} when counting ended there. */
        record Rows(long rows, boolean more) implements Counted {}

        /** The statement was refused. */
        record Refused(Attempt.Refused refused) implements Counted {}
    }

    private Counting() {}

    /** True for the first row that is admitted, and for no other: what follows it is one row at a time. */
    public static String first() {
        return NEXT + " = 1";
    }

    /**
     * The rows that the statement would hit.
     *
     * @param statement a bare UPDATE or DELETE
     * @param most counting ends beyond these
     */
    public static Counted rows(Trial trial, Sql statement, long most) {
        // Dividing by a zero that the planner does not foresee ends the statement at the row after the last.
        Sql counting = new Sql(
                statement.text() + " WHERE CASE WHEN " + NEXT + " > " + most
                        + " THEN 1 / CAST(random() * 0 AS integer) ELSE 0 END = 1",
                statement.values());
        Sql tally =
                Sql.of("SELECT FROM generate_series(1, CAST(coalesce(nullif(current_setting('partywall.n', true), ''),"
                        + " '0') AS integer))");
        return switch (trial.attempt(counting, tally)) {
            case Attempt.Done done -> new Counted.Rows(done.rows(), false);
            case Attempt.Refused refused ->
                Obstacle.of(refused) == Obstacle.BRAKE
                        ? new Counted.Rows(most + 1, true)
                        : new Counted.Refused(refused);
        };
    }
}
