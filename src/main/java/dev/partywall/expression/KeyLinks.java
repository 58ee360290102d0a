package dev.partywall.expression;

import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Relation;
import java.util.List;
import java.util.Optional;

/** Tells whether a sub-select's relation is joined to a row in sight by a key, and so belongs to the same tenant. */
final class KeyLinks {
    private final Relation relation;
    private final String alias;
    private final List<Frame> inSight;
    private final Knowledge knowledge;

    KeyLinks(Relation relation, String alias, List<Frame> inSight, Knowledge knowledge) {
        this.relation = relation;
        this.alias = alias;
        this.inSight = inSight;
        this.knowledge = knowledge;
    }

    /** The tenant of the row it is joined to. */
    Optional<Value> tenant(List<Expression> conditions) {
        return conditions.stream()
                .flatMap(KeyLinks::conjuncts)
                .flatMap(conjunct -> linked(conjunct).stream())
                .findFirst();
    }

    private static java.util.stream.Stream<Expression> conjuncts(Expression expression) {
        return expression instanceof Expression.And and
                ? and.operands().stream().flatMap(KeyLinks::conjuncts)
                : java.util.stream.Stream.of(expression);
    }

    private Optional<Value> linked(Expression conjunct) {
        boolean equality = conjunct instanceof Expression.Binary binary
                && binary.operator().equals("=")
                && binary.left() instanceof Expression.ColumnRef
                && binary.right() instanceof Expression.ColumnRef;
        if (!equality) {
            return Optional.empty();
        }
        Expression.Binary binary = (Expression.Binary) conjunct;
        Expression.ColumnRef left = (Expression.ColumnRef) binary.left();
        Expression.ColumnRef right = (Expression.ColumnRef) binary.right();
        return linked(left, right).or(() -> linked(right, left));
    }

    private Optional<Value> linked(Expression.ColumnRef here, Expression.ColumnRef there) {
        boolean mine =
                here.qualifier() == null ? relation.column(here.name()).isPresent() : alias.equals(here.qualifier());
        boolean tenantItself = knowledge
                .tenantColumn(relation.name())
                .filter(here.name()::equals)
                .isPresent();
        if (!mine || tenantItself) {
            return Optional.empty();
        }
        return frame(there)
                .filter(frame -> byKey(here.name(), frame, there.name()))
                .map(Frame::tenant);
    }

    private Optional<Frame> frame(Expression.ColumnRef column) {
        return inSight.reversed().stream()
                .filter(frame -> column.qualifier() == null
                        ? frame.hasColumn(column.name())
                        : column.qualifier().equals(frame.alias()))
                .filter(frame -> frame.tenant() != null)
                .findFirst();
    }

    /** Either side is a key of its relation: the other one refers to it, declared or not. */
    private boolean byKey(String here, Frame there, String thereColumn) {
        Relation other = there.relation();
        return isKey(relation, here) || other != null && isKey(other, thereColumn);
    }

    private static boolean isKey(Relation relation, String column) {
        return relation.constraints().stream()
                .filter(constraint ->
                        constraint.kind() == Constraint.Kind.PRIMARY_KEY || constraint.kind() == Constraint.Kind.UNIQUE)
                .anyMatch(constraint -> constraint.columns().contains(column));
    }
}
