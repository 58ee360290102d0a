package dev.partywall.expression;

import dev.partywall.catalog.RelationName;

/** Which rows of a relation the querying role sees: what a sub-select inside a policy works on. */
@FunctionalInterface
public interface Visibility {
    /** Every row, as in a function that runs with its owner's rights. */
    Visibility EVERYTHING = relation -> Expression.Constant.TRUE;

    /** The condition that row security adds for the role; {@code true} where it adds none. */
    Expression of(RelationName relation);
}
