package dev.partywall.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits SQL text into tokens (Lexical Structure, PostgreSQL 18, section 4.1). */
final class Lexer {
    private static final String OPERATOR_SYMBOLS = "+-*/<>=~!@#%^&|`?";

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String source) {
        this.source = source;
    }

    /**
     * The tokens, the last of them {@link Token.Kind#END}.
     *
     * @throws ParseTrouble where a quote or comment never ends
     */
    static List<Token> tokens(String source) {
        Lexer lexer = new Lexer(source);
        while (lexer.skipBlanks()) {
            lexer.token();
        }
        lexer.add(Token.Kind.END, "", source.length());
        return lexer.tokens;
    }

    private boolean skipBlanks() {
        while (at < source.length()) {
            if (Character.isWhitespace(source.charAt(at))) {
                at++;
            } else if (source.startsWith("--", at)) {
                int line = source.indexOf('\n', at);
                at = line < 0 ? source.length() : line;
            } else if (source.startsWith("/*", at)) {
                at = after("*/", at + 2);
            } else {
                return true;
            }
        }
        return false;
    }

    private void token() {
        char c = source.charAt(at);
        if (c == '\'') {
            string(at, false);
        } else if (c == '"') {
            quotedName();
        } else if (isEscapeString()) {
            string(at + 1, true);
        } else if (isWordStart(c)) {
            word();
        } else if (Character.isDigit(c) || c == '.' && Character.isDigit(peek(1))) {
            number();
        } else if (c == '$') {
            dollar();
        } else {
            symbol(c);
        }
    }

    private boolean isEscapeString() {
        return (source.charAt(at) == 'E' || source.charAt(at) == 'e') && peek(1) == '\'';
    }

    private void string(int quote, boolean escapes) {
        StringBuilder text = new StringBuilder();
        int i = quote + 1;
        while (true) {
            char c = charAt(i);
            if (c == '\'' && charOrNothing(i + 1) != '\'') {
                break;
            }
            if (c == '\'' || escapes && c == '\\') {
                i++;
            }
            text.append(charAt(i++));
        }
        add(Token.Kind.STRING, text.toString(), i + 1);
    }

    private void quotedName() {
        StringBuilder text = new StringBuilder();
        int i = at + 1;
        while (charAt(i) != '"' || charOrNothing(i + 1) == '"') {
            i += charAt(i) == '"' ? 1 : 0;
            text.append(charAt(i++));
        }
        add(Token.Kind.QUOTED_NAME, text.toString(), i + 1);
    }

    private void word() {
        int i = at;
        while (i < source.length() && isWordPart(source.charAt(i))) {
            i++;
        }
        add(Token.Kind.WORD, source.substring(at, i).toLowerCase(Locale.ROOT), i);
    }

    private void number() {
        int i = at;
        while (i < source.length() && isNumberPart(i)) {
            i++;
        }
        add(Token.Kind.NUMBER, source.substring(at, i), i);
    }

    private boolean isNumberPart(int i) {
        char c = source.charAt(i);
        boolean signed = (c == '+' || c == '-') && "eE".indexOf(source.charAt(i - 1)) >= 0;
        return Character.isLetterOrDigit(c) || c == '.' || signed;
    }

    /** A parameter ($1) or a dollar-quoted string. */
    private void dollar() {
        int i = at + 1;
        while (i < source.length() && Character.isDigit(source.charAt(i))) {
            i++;
        }
        if (i > at + 1) {
            add(Token.Kind.PARAMETER, source.substring(at + 1, i), i);
            return;
        }
        int tagEnd = after("$", at + 1);
        String tag = source.substring(at, tagEnd);
        int end = after(tag, tagEnd);
        add(Token.Kind.STRING, source.substring(tagEnd, end - tag.length()), end);
    }

    private void symbol(char c) {
        if (source.startsWith("::", at) || source.startsWith(":=", at) || source.startsWith("=>", at)) {
            add(Token.Kind.PUNCTUATION, source.substring(at, at + 2), at + 2);
        } else if (OPERATOR_SYMBOLS.indexOf(c) >= 0) {
            operator();
        } else {
            add(Token.Kind.PUNCTUATION, String.valueOf(c), at + 1);
        }
    }

    private void operator() {
        int i = at;
        while (OPERATOR_SYMBOLS.indexOf(charOrNothing(i)) >= 0
                && !source.startsWith("--", i)
                && !source.startsWith("/*", i)) {
            i++;
        }
        while (i > at + 1 && endsInSign(i) && !hasSpecialSymbol(i)) {
            i--;
        }
        add(Token.Kind.OPERATOR, source.substring(at, i), i);
    }

    /** An operator ends in + or - only if it also has one of these symbols (section 4.1.3): {@code a=-1} has two. */
    private boolean hasSpecialSymbol(int end) {
        return source.substring(at, end).chars().anyMatch(c -> "~!@#%^&|`?".indexOf(c) >= 0);
    }

    private boolean endsInSign(int end) {
        return source.charAt(end - 1) == '+' || source.charAt(end - 1) == '-';
    }

    private void add(Token.Kind kind, String text, int end) {
        tokens.add(new Token(kind, text, at, end));
        at = end;
    }

    private int after(String mark, int from) {
        int found = source.indexOf(mark, from);
        if (found < 0) {
            throw new ParseTrouble("no " + mark);
        }
        return found + mark.length();
    }

    private char charAt(int i) {
        if (i >= source.length()) {
            throw new ParseTrouble("a quote is never closed");
        }
        return source.charAt(i);
    }

    private char charOrNothing(int i) {
        return i < source.length() ? source.charAt(i) : '\0';
    }

    private char peek(int ahead) {
        return charOrNothing(at + ahead);
    }

    private static boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_' || c > 127;
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || Character.isDigit(c) || c == '$';
    }
}
