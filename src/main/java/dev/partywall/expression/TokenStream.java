package dev.partywall.expression;

import java.util.List;

/** The tokens of one text, and how far the parser has come. */
final class TokenStream {
    private final String source;
    private final List<Token> tokens;
    private int at;

    TokenStream(String source) {
        this.source = source;
        this.tokens = Lexer.tokens(source);
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token next() {
        Token token = peek();
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    boolean atEnd() {
        return peek().kind() == Token.Kind.END;
    }

    boolean atWord(String word) {
        return peek().isWord(word);
    }

    boolean at(String symbol) {
        return peek().is(symbol);
    }

    /** Takes these words if they all come next. */
    boolean accept(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).isWord(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    boolean acceptSymbol(String symbol) {
        boolean found = at(symbol);
        at += found ? 1 : 0;
        return found;
    }

    void expect(String symbol) {
        if (!acceptSymbol(symbol)) {
            throw new ParseTrouble(symbol + " expected");
        }
    }

    void expectWord(String word) {
        if (!accept(word)) {
            throw new ParseTrouble(word + " expected");
        }
    }

    String name() {
        Token token = next();
        if (!token.isName()) {
            throw new ParseTrouble("a name expected");
        }
        return token.text();
    }

    int mark() {
        return at;
    }

    void reset(int mark) {
        at = mark;
    }

    /** What was written from a mark up to here. */
    String textSince(int mark) {
        return mark == at
                ? ""
                : source.substring(tokens.get(mark).start(), tokens.get(at - 1).end());
    }

    /** Goes on to the closing parenthesis that belongs to one already taken, and takes it; what stood before it. */
    String skipToClosing() {
        int from = at;
        int depth = 0;
        while (depth > 0 || !at(")")) {
            if (atEnd()) {
                throw new ParseTrouble("a parenthesis is never closed");
            }
            depth += at("(") ? 1 : at(")") ? -1 : 0;
            next();
        }
        String text = textSince(from);
        next();
        return text;
    }
}
