package dev.partywall.backfill;

/**
 * One step that keeps rows without a tenant from coming back.
 *
 * @param chain steps of the same chain need those before them
 * @param sql one statement, without a semicolon
 */
public record ClosingStep(Kind kind, String chain, String sql) {
    /** What a step is for. */
    public enum Kind {
        DEFAULT("the tenant of whoever inserts becomes the default"),
        CHECK("new rows need a tenant from now on"),
        VALIDATE_CHECK("the rows that are there are looked at, without stopping anybody"),
        NOT_NULL("the column says so by itself, without looking again"),
        DROP_CHECK("what it needed to get there goes"),
        INDEX("policies find a tenant's rows quickly"),
        PARENT_KEY("parents can be referenced with their tenant"),
        FOREIGN_KEY("new rows can only reference rows of their own tenant"),
        VALIDATE_KEY("so do the rows that are there");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What it achieves, in plain words. */
        public String words() {
            return words;
        }
    }

    /** Whether the server wants it outside of any transaction. */
    boolean alone() {
        return sql.startsWith("CREATE INDEX CONCURRENTLY")
                || sql.startsWith("CREATE UNIQUE INDEX CONCURRENTLY")
                || sql.startsWith("DROP INDEX CONCURRENTLY");
    }
}
