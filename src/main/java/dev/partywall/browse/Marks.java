package dev.partywall.browse;

/** Question marks in SQL that is not ours. */
final class Marks {
    private Marks() {}

    /** Those outside quotes doubled, since the driver takes a single one for a value. */
    static String doubled(String sql) {
        StringBuilder text = new StringBuilder();
        char quote = 0;
        for (char character : sql.toCharArray()) {
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
