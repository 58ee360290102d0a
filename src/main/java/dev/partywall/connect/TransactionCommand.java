package dev.partywall.connect;

import java.util.Locale;
import java.util.Set;

/** Statements that would end or begin a transaction: only {@link Lease} and {@link WriteSession} may do that. */
final class TransactionCommand {
    private static final Set<String> WORDS =
            Set.of("BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "PREPARE", "SAVEPOINT", "RELEASE");

    private TransactionCommand() {}

    /** @throws IllegalArgumentException for such a statement */
    static void refuse(Sql sql) {
        String word = FirstWord.of(sql.text()).toUpperCase(Locale.ROOT);
        if (WORDS.contains(word)) {
            throw new IllegalArgumentException(word + " is not sent within a session");
        }
    }
}
