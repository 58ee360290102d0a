package dev.partywall.expression;

/**
 * One token of SQL text.
 *
 * @param text a word folded to lower case, a quoted name or string without its quotes, anything else as written
 * @param start where it begins in the source, inclusive
 * @param end where it ends, exclusive
 */
record Token(Kind kind, String text, int start, int end) {
    enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        OPERATOR,
        PARAMETER,
        PUNCTUATION,
        END
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean is(String symbol) {
        return (kind == Kind.PUNCTUATION || kind == Kind.OPERATOR) && text.equals(symbol);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }
}
