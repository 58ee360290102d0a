package dev.partywall.backfill;

/** Operators with a question mark ({@code jsonb ? key}), which the driver would take for a bound value. */
final class QuestionMarks {
    private QuestionMarks() {}

    /** The expression with every question mark doubled that is not within quotes. */
    static String doubled(String expression) {
        StringBuilder text = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < expression.length(); i++) {
            char character = expression.charAt(i);
            if (quote == 0 && (character == '\'' || character == '"')) {
                quote = character;
            } else if (character == quote) {
                quote = 0;
            }
            text.append(character == '?' && quote == 0 ? "??" : String.valueOf(character));
        }
        return text.toString();
    }
}
