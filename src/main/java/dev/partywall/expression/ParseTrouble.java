package dev.partywall.expression;

/** Text the parser does not understand; caught where an {@link Expression.Opaque} can stand for it. */
final class ParseTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ParseTrouble(String message) {
        super(message, null, false, false);
    }
}
