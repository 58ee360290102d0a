package dev.partywall.probe;

import dev.partywall.connect.ProbeSession.Attempt.Refused;

/** What stopped a statement. */
public enum Obstacle {
    /** Row security, or the check option of a view. */
    POLICY,
    /** A trigger or a function called on the way raised. */
    TRIGGER,
    /** A constraint: row security had let the row pass (FACTS, row security 10). */
    CONSTRAINT,
    /** Our own brake, sprung after the row had been let in. */
    BRAKE,
    /** The value of the setting cannot be read: the statement fails for everybody in such a session. */
    CONTEXT,
    /** This kind of relation cannot be written. */
    READ_ONLY,
    /** Locked by others, or too slow. */
    BUSY,
    /** Anything else: the relation is gone, the server stops. */
    ODD;

    /**
     * Tells by the SQLSTATE and what comes with it, never by the message, which is localised. Privileges are known
     * beforehand, so 42501 is row security.
     */
    public static Obstacle of(Refused refused) {
        boolean within = refused.where() != null && refused.where().contains("PL/pgSQL");
        return switch (refused.sqlState()) {
            case "42501" -> within ? TRIGGER : POLICY;
            case "44000" -> POLICY;
            case "23502", "23505", "23P01" -> refused.table() == null || within ? TRIGGER : CONSTRAINT;
            case "23503", "23001" -> within ? TRIGGER : CONSTRAINT;
            case "23514" -> refused.constraint() == null || refused.table() == null || within ? ODD : CONSTRAINT;
            case "22012" -> BRAKE;
            case "55P03", "57014", "40P01", "40001" -> BUSY;
            case "0A000", "55000", "42809", "428C9", "428C8" -> READ_ONLY;
            case "P0001" -> TRIGGER;
            case "42704" -> CONTEXT;
            default -> byClass(refused, within);
        };
    }

    private static Obstacle byClass(Refused refused, boolean within) {
        if (refused.sqlState().startsWith("22")) {
            return CONTEXT;
        }
        return within ? TRIGGER : ODD;
    }

    /** In plain words, after "stopped by". */
    public String words() {
        return switch (this) {
            case POLICY -> "row security";
            case TRIGGER -> "a trigger or a function";
            case CONSTRAINT -> "a constraint";
            case BRAKE -> "the probe itself";
            case CONTEXT -> "the value of the setting";
            case READ_ONLY -> "the kind of relation";
            case BUSY -> "a lock or the time limit";
            case ODD -> "an error";
        };
    }
}
