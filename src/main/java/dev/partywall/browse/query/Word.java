package dev.partywall.browse.query;

/**
 * A piece of typed text.
 *
 * @param text a name as the server would look it up; anything else as typed
 * @param start where it begins in the text, inclusive
 * @param end where it ends, exclusive
 */
record Word(Kind kind, String text, int start, int end) {
    enum Kind {
        NAME,
        QUOTED_NAME,
        LITERAL,
        OPERATOR,
        PUNCTUATION
    }

    boolean isName() {
        return kind == Kind.NAME || kind == Kind.QUOTED_NAME;
    }

    /** Whether it is this key word or sign. */
    boolean is(String wanted) {
        return kind != Kind.QUOTED_NAME && kind != Kind.LITERAL && text.equals(wanted);
    }
}
