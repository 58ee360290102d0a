package dev.partywall.browse.query;

import dev.partywall.connect.Sql;
import dev.partywall.failure.Failure;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed, once it is known to be one query.
 *
 * @param words of the query, comments and what follows it left out
 */
record TypedQuery(String text, List<Word> words) {
    private static final Set<String> QUERIES = Set.of("select", "with", "values", "table", "explain");
    private static final Set<String> CHANGES = Set.of("insert", "update", "delete", "merge");
    private static final Set<String> LOCKS = Set.of("update", "share", "no", "key");

    /** @throws Failure with one sentence where it is anything but one query */
    static TypedQuery of(String text) {
        List<Word> words = Scanner.words(text);
        int end = words.size();
        while (end > 0 && words.get(end - 1).is(";")) {
            end--;
        }
        List<Word> query = words.subList(0, end);
        if (query.isEmpty()) {
            throw Failure.usage("There is nothing to run.", "Type a SELECT.");
        }
        if (query.stream().anyMatch(word -> word.is(";"))) {
            throw Failure.usage("This holds several statements, and only one is sent.", "Send them one by one.");
        }
        requireQuery(query);
        return new TypedQuery(text, query);
    }

    private static void requireQuery(List<Word> words) {
        Word first = words.stream().filter(word -> !word.is("(")).findFirst().orElse(words.getFirst());
        if (first.kind() != Word.Kind.NAME || !QUERIES.contains(first.text())) {
            throw Failure.usage(
                    first.text().toUpperCase(Locale.ROOT) + " is not a query, and looking only ever reads.",
                    "Begin with SELECT, WITH, VALUES, TABLE or EXPLAIN.");
        }
        for (int i = 0; i + 1 < words.size(); i++) {
            Word word = words.get(i);
            Word next = words.get(i + 1);
            if (isChange(i == 0 ? null : words.get(i - 1), word, next)) {
                throw Failure.usage(
                        "There is an " + word.text().toUpperCase(Locale.ROOT) + " in it, and looking only ever reads.",
                        "Leave it out.");
            }
            if (word.is("for") && next.kind() == Word.Kind.NAME && LOCKS.contains(next.text())) {
                throw Failure.usage("FOR UPDATE and its kin lock rows, and looking never does.", "Leave it out.");
            }
        }
    }

    /** A statement within the statement begins after a parenthesis, or after those of WITH or EXPLAIN; a column by that name does not. */
    private static boolean isChange(@Nullable Word before, Word word, Word next) {
        boolean begins = before == null
                || before.is("(")
                || before.is(")")
                || before.is("explain")
                || before.is("analyze")
                || before.is("verbose");
        return begins && word.kind() == Word.Kind.NAME && CHANGES.contains(word.text()) && next.isName();
    }

    /** As it is sent, without what stands around it: the driver takes a single question mark for a value. */
    Sql sql() {
        StringBuilder sent = new StringBuilder(text.substring(0, words.getLast().end()));
        for (Word word : words.reversed()) {
            if (word.kind() == Word.Kind.OPERATOR) {
                sent.replace(word.start(), word.end(), word.text().replace("?", "??"));
            }
        }
        return Sql.of(sent.substring(words.getFirst().start()));
    }
}
