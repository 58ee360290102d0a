package dev.partywall.expression;

import dev.partywall.catalog.Column;
import dev.partywall.catalog.Relation;
import java.util.Optional;

/** What a column holds: the tenant, where it is the tenant column of a row in sight; otherwise anything. */
final class Columns {
    private final Evaluator evaluator;

    Columns(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Values value(Expression.ColumnRef reference) {
        Optional<Frame> frame = frame(reference);
        Relation relation = frame.map(Frame::relation).orElse(null);
        if (frame.isEmpty() || relation == null) {
            return Values.anything(Cause.Kind.UNREAD, reference.sql());
        }
        Optional<Column> column = relation.column(reference.name());
        if (column.isEmpty()) {
            return Values.anything(Cause.Kind.UNREAD, reference.sql());
        }
        Value tenant = frame.get().tenant();
        boolean holdsTenant = evaluator
                .knowledge()
                .tenantColumn(relation.name())
                .filter(reference.name()::equals)
                .isPresent();
        if (holdsTenant && tenant != null) {
            return Values.of(tenant);
        }
        return isPerson(frame.get(), reference)
                ? person(frame.get(), relation, column.get())
                : other(frame.get(), relation, column.get());
    }

    private boolean isPerson(Frame frame, Expression.ColumnRef reference) {
        Relation relation = frame.relation();
        return relation != null
                && frame.tenant() instanceof Value.Id
                && !frame.made()
                && evaluator.knowledge().isPerson(relation.name(), reference.name());
    }

    /** The person of a membership: of the own tenant the session's or a colleague, of another tenant somebody else. */
    private static Values person(Frame frame, Relation relation, Column column) {
        boolean own = frame.tenant() instanceof Value.Id id && id.own();
        Value somebody = new Value.Id(own, Value.Id.PRINCIPAL, true);
        Values values = own ? other(frame, relation, column).or(somebody) : Values.of(somebody);
        return column.notNull() ? values : values.or(Value.NULL);
    }

    /** The row a column belongs to: by its qualifier, else the innermost that has such a column. */
    Optional<Frame> frame(Expression.ColumnRef reference) {
        for (Frame frame : evaluator.frames().reversed()) {
            String qualifier = reference.qualifier();
            boolean meant = qualifier == null ? frame.hasColumn(reference.name()) : qualifier.equals(frame.alias());
            if (meant) {
                return Optional.of(frame);
            }
        }
        return Optional.empty();
    }

    private static Values other(Frame frame, Relation relation, Column column) {
        Values values = column.baseType().equals("boolean") ? Values.EITHER : Values.of(Value.UNKNOWN);
        Values nullable = column.notNull() ? values : values.or(Value.NULL);
        return frame.base()
                ? nullable.because(Cause.Kind.COLUMN, column.name())
                : nullable.because(Cause.Kind.RELATION, relation.name().toString());
    }
}
