package dev.partywall.ui;

import dev.partywall.failure.Failure;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A failure in the words of the window.
 *
 * @param message one sentence
 * @param nextStep what to do about it
 * @param details what *Copy* puts on the clipboard
 */
public record Trouble(String message, String nextStep, String details, Throwable cause) {
    private static final System.Logger LOG = System.getLogger(Trouble.class.getName());

    /** A {@link Failure} speaks for itself; anything else is a fault of Partywall and says so. */
    public static Trouble of(Throwable cause) {
        if (cause instanceof Failure failure) {
            String message = String.valueOf(failure.getMessage());
            String state = failure.sqlState() == null ? "" : "\nSQLSTATE " + failure.sqlState();
            return new Trouble(message, failure.nextStep(), message + "\n" + failure.nextStep() + state, cause);
        }
        LOG.log(System.Logger.Level.WARNING, "a fault of the window", cause);
        String message = Texts.say("trouble.fault", cause.getClass().getSimpleName());
        return new Trouble(message, Texts.say("trouble.fault.next"), trace(cause), cause);
    }

    /** Whether the server is gone or cannot be reached: classes 08 and 57P of PostgreSQL's codes. */
    public boolean lostConnection() {
        String state = cause instanceof Failure failure ? failure.sqlState() : null;
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    private static String trace(Throwable cause) {
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
