package dev.partywall.connect;

import dev.partywall.failure.Failure;
import java.util.Locale;
import java.util.Set;

/**
 * What a {@link Session} sends: statements that begin with a word for reading. The server's READ ONLY is what forbids
 * writing; this keeps out what would end the transaction or change who we are in it ({@code COMMIT AND CHAIN}, {@code
 * RESET ROLE}).
 */
final class ReadingStatement {
    private static final Set<String> WORDS = Set.of("SELECT", "WITH", "VALUES", "TABLE", "SHOW", "EXPLAIN");

    private ReadingStatement() {}

    /** @throws Failure where the statement does something else */
    static void require(Sql sql) {
        String word = FirstWord.of(sql.text()).toUpperCase(Locale.ROOT);
        if (!WORDS.contains(word)) {
            throw Failure.usage(
                    (word.isEmpty() ? "This" : word) + " is not sent, because looking only ever reads.",
                    "Begin the statement with SELECT, WITH, VALUES, TABLE, SHOW or EXPLAIN.");
        }
    }
}
