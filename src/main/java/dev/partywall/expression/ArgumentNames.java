package dev.partywall.expression;

import dev.partywall.catalog.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The names of a function's arguments, read from {@code pg_get_function_identity_arguments}; "" where one has none. */
final class ArgumentNames {
    private static final Set<String> MODES = Set.of("in", "inout", "variadic");
    private static final Set<String> SECOND_WORDS = Set.of("precision", "varying", "with", "without");

    private ArgumentNames() {}

    static List<String> of(Function function) {
        List<String> names = new ArrayList<>();
        if (function.arguments().isBlank()) {
            return names;
        }
        List<Token> argument = new ArrayList<>();
        int depth = 0;
        for (Token token : Lexer.tokens(function.arguments())) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (token.kind() == Token.Kind.END || depth == 0 && token.is(",")) {
                add(names, argument);
                argument.clear();
            } else {
                argument.add(token);
            }
        }
        return names;
    }

    private static void add(List<String> names, List<Token> argument) {
        if (argument.getFirst().isWord("out")) {
            return;
        }
        int first = MODES.contains(argument.getFirst().text()) && argument.size() > 1 ? 1 : 0;
        boolean named = argument.size() > first + 1
                && argument.get(first + 1).isName()
                && !SECOND_WORDS.contains(argument.get(first + 1).text());
        names.add(named ? argument.get(first).text() : "");
    }
}
