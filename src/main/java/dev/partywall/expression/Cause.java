package dev.partywall.expression;

/**
 * Why a condition may be true where it ought to be false.
 *
 * @param what the column, setting, relation, function, comparison or tenant meant
 */
public record Cause(Kind kind, String what) {
    /** What the answer hangs on. */
    public enum Kind {
        /** Another column of the row itself. */
        COLUMN,
        /** A setting that is not one of the tenancy's. */
        SETTING,
        /** Rows of another relation. */
        RELATION,
        /** A comparison that two tenants can pass. */
        WEAK,
        /** One tenant named in the expression. */
        TENANT,
        /** A function that could not be opened. */
        FUNCTION,
        /** Who is logged in. */
        ROLE,
        /** Text that was not understood. */
        UNREAD
    }
}
