package dev.partywall.cli;

import dev.partywall.browse.Filter;
import dev.partywall.browse.Filter.Operator;
import dev.partywall.catalog.Relation;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code COL=VALUE} and its kin. */
final class FilterText {
    private static final Map<String, Operator> SIGNS = new LinkedHashMap<>();

    static {
        // The longer first.
        SIGNS.put("!=", Operator.NOT_EQUALS);
        SIGNS.put("<>", Operator.NOT_EQUALS);
        SIGNS.put(">=", Operator.AT_LEAST);
        SIGNS.put("<=", Operator.AT_MOST);
        SIGNS.put("@>", Operator.HAS);
        SIGNS.put("^=", Operator.STARTS_WITH);
        SIGNS.put("=", Operator.EQUALS);
        SIGNS.put(">", Operator.GREATER);
        SIGNS.put("<", Operator.LESS);
        SIGNS.put("~", Operator.CONTAINS);
    }

    private FilterText() {}

    /**
     * A column whose name itself holds such signs is found all the same, if it is one of the relation's.
     *
     * @throws dev.partywall.failure.Failure when it is no filter
     */
    static Filter parse(String text, Relation relation) {
        for (int at = 1; at < text.length(); at++) {
            String column = text.substring(0, at);
            for (Map.Entry<String, Operator> sign : SIGNS.entrySet()) {
                if (text.startsWith(sign.getKey(), at)
                        && relation.column(column).isPresent()) {
                    return new Filter(
                            column,
                            sign.getValue(),
                            text.substring(at + sign.getKey().length()));
                }
            }
        }
        return Filter.parse(text);
    }
}
