package dev.partywall.access;

/**
 * One command to be done as a role, and what the model says will come of it.
 *
 * @param about for the message when it comes out differently
 * @param statement done as the role
 * @param state a query for what is there afterwards, run as superuser; empty to take the statement's own result
 * @param expected a query for the outcome the model predicts, run as superuser: see worlds.sql
 */
record Trial(String about, String role, String statement, String state, String expected) {
    static final String DENIED = "SELECT 'denied'";

    /** Whether the outcome is as predicted: the same, or any success where the prediction is only that it succeeds. */
    static boolean agrees(String predicted, String actual) {
        String outcome = actual.startsWith("denied") ? "denied" : actual;
        return switch (predicted) {
            case "ok *" -> outcome.startsWith("ok ");
            default ->
                predicted.equals(outcome)
                        || predicted.equals("violates or " + outcome)
                        || (outcome.equals("violates") && predicted.startsWith("violates or "));
        };
    }
}
