package dev.partywall.expression;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One read of a setting.
 *
 * @param name as written; settings do not differ by case
 * @param missingOk whether it gives NULL where the setting was never set, instead of raising 42704
 */
public record SettingsRead(String name, boolean missingOk) {

    /** Every read in an expression, functions that were opened and unreadable text included. */
    public static Set<SettingsRead> in(Expression expression) {
        Set<SettingsRead> reads = new LinkedHashSet<>();
        expression.walk().forEach(part -> collect(part, reads));
        return reads;
    }

    private static void collect(Expression part, Set<SettingsRead> reads) {
        if (part instanceof Expression.Call call && call.name().equals("current_setting")) {
            boolean missingOk = call.arguments().size() > 1;
            call.arguments().stream().limit(1).map(SettingsRead::constant).forEach(name -> {
                if (!name.isEmpty()) {
                    reads.add(new SettingsRead(name, missingOk));
                }
            });
        } else if (part instanceof Expression.Opaque opaque) {
            reads.addAll(scan(opaque.text()));
        }
    }

    private static String constant(Expression expression) {
        return switch (expression) {
            case Expression.Constant constant -> constant.text();
            case Expression.Cast cast -> constant(cast.operand());
            default -> "";
        };
    }

    /** The names of the settings that some text reads with current_setting, found without understanding the text. */
    public static Set<String> inText(String text) {
        Set<String> names = new LinkedHashSet<>();
        scan(text).forEach(read -> names.add(read.name()));
        return names;
    }

    private static Set<SettingsRead> scan(String text) {
        Set<SettingsRead> reads = new LinkedHashSet<>();
        List<Token> tokens;
        try {
            tokens = Lexer.tokens(text);
        } catch (ParseTrouble unreadable) {
            return reads;
        }
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean read = tokens.get(i).isWord("current_setting")
                    && tokens.get(i + 1).is("(")
                    && tokens.get(i + 2).kind() == Token.Kind.STRING;
            if (read) {
                reads.add(new SettingsRead(tokens.get(i + 2).text(), hasSecondArgument(tokens, i + 3)));
            }
        }
        return reads;
    }

    private static boolean hasSecondArgument(List<Token> tokens, int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.get(i).is(",") || tokens.get(i).is(")")) {
                return tokens.get(i).is(",");
            }
        }
        return false;
    }
}
