package dev.partywall.failure;

import org.jspecify.annotations.Nullable;

/**
 * Something a person has to know and can act on: one plain sentence, and what to do next. Carries no secret and is
 * shown as it is, without a stack trace.
 */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Which exit code the command line gives. */
    public enum Kind {
        /** Wrong usage: exit 64. */
        USAGE,
        /** Could not be completed: exit 2. */
        INCOMPLETE
    }

    private final Kind kind;
    private final String sentence;
    private final String nextStep;
    private final @Nullable String sqlState;

    private Failure(Kind kind, String message, String nextStep, @Nullable String sqlState, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.sentence = message;
        this.nextStep = nextStep;
        this.sqlState = sqlState;
    }

    /** What was asked makes no sense: exit 64. */
    public static Failure usage(String message, String nextStep) {
        return new Failure(Kind.USAGE, message, nextStep, null, null);
    }

    /** What was asked could not be completed: exit 2. */
    public static Failure incomplete(String message, String nextStep) {
        return new Failure(Kind.INCOMPLETE, message, nextStep, null, null);
    }

    /** The same, caused by what the server or the system said. */
    public static Failure incomplete(String message, String nextStep, @Nullable String sqlState, Throwable cause) {
        return new Failure(Kind.INCOMPLETE, message, nextStep, sqlState, cause);
    }

    /** What is wrong, one sentence. */
    @Override
    public String getMessage() {
        return sentence;
    }

    public Kind kind() {
        return kind;
    }

    /** What to do about it, one sentence. */
    public String nextStep() {
        return nextStep;
    }

    /** The server's SQLSTATE, when the server refused. */
    public @Nullable String sqlState() {
        return sqlState;
    }
}
