package dev.partywall.expression;

import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sub-selects: for every way the rows they read may belong to tenants, whether such rows are found. The rows are those
 * that row security lets the querying role see (CREATE POLICY, notes).
 */
final class SubSelects {
    private static final int MOST_SOURCES = 4;

    private final Evaluator evaluator;

    SubSelects(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Values exists(Query query) {
        if (!(query instanceof Query.Select select) || tooMuch(select)) {
            return Values.EITHER.because(Cause.Kind.UNREAD, query.text());
        }
        if (select.sources().isEmpty() && select.conditions().isEmpty()) {
            return Values.of(true);
        }
        return found(select, select.conditions(), inner -> Values.of(true)).or(Value.Bool.FALSE);
    }

    /** {@code left = ANY (SELECT ...)}. */
    Values contains(Expression left, Query query) {
        if (!(query instanceof Query.Select select) || tooMuch(select)) {
            return Values.EITHER.because(Cause.Kind.UNREAD, query.text());
        }
        List<Expression> lefts = left instanceof Expression.RowOf row ? row.items() : List.of(left);
        if (lefts.size() != select.items().size()) {
            return Values.EITHER.because(Cause.Kind.UNREAD, query.text());
        }
        return found(select, joins(lefts, select), inner -> equal(inner, lefts, select.items()))
                .or(Value.Bool.FALSE);
    }

    /** The conditions, and what IN itself says: that the left side equals what is selected. */
    private List<Expression> joins(List<Expression> lefts, Query.Select select) {
        List<Expression> joins = new ArrayList<>(select.conditions());
        for (int i = 0; i < lefts.size(); i++) {
            Expression item = select.items().get(i);
            if (lefts.get(i) instanceof Expression.ColumnRef column) {
                new Columns(evaluator)
                        .frame(column)
                        .map(frame -> new Expression.ColumnRef(List.of(frame.alias(), column.name())))
                        .ifPresent(outer -> joins.add(new Expression.Binary("=", item, outer)));
            }
        }
        return joins;
    }

    private Values equal(Evaluator inner, List<Expression> lefts, List<Expression> items) {
        List<Values> tests = new ArrayList<>();
        for (int i = 0; i < lefts.size(); i++) {
            Values left = evaluator.evaluate(lefts.get(i));
            tests.add(left.strict(inner.evaluate(items.get(i)), evaluator.equality()::of));
        }
        return Logic.and(tests);
    }

    /** The one value of a scalar sub-select; NULL when it finds no row. */
    Values value(Query query) {
        if (!(query instanceof Query.Select select)
                || tooMuch(select)
                || select.items().size() != 1) {
            return Values.anything(Cause.Kind.UNREAD, query.text());
        }
        Expression item = select.items().getFirst();
        if (select.sources().isEmpty() && select.conditions().isEmpty()) {
            return evaluator.within(List.of()).evaluate(item);
        }
        return found(select, select.conditions(), inner -> inner.evaluate(item)).or(Value.NULL);
    }

    private boolean tooMuch(Query.Select select) {
        return evaluator.tooDeep() || select.sources().size() > MOST_SOURCES;
    }

    /** The results for every situation in which a row may be found; {@code joins} tell which rows go together. */
    private Values found(Query.Select select, List<Expression> joins, Function<Evaluator, Values> result) {
        Values all = Values.NOTHING;
        for (List<Frame> rows : situations(joins, List.of(), select.sources())) {
            Evaluator inner = evaluator.within(rows);
            List<Values> conditions = new ArrayList<>();
            select.conditions().forEach(condition -> conditions.add(inner.condition(condition)));
            rows.forEach(row -> conditions.add(seen(row)));
            Values where = Logic.and(conditions);
            all = all.or(new Values(java.util.Set.of(), where.errors(), java.util.Set.of()));
            if (where.canBeTrue()) {
                Values outcome = result.apply(inner);
                all = all.or(outcome).or(outcome.canBeTrue() || !isTruth(outcome) ? where.side() : Values.NOTHING);
            }
        }
        return all;
    }

    private static boolean isTruth(Values values) {
        return values.values().stream().allMatch(value -> value instanceof Value.Bool || value.equals(Value.NULL));
    }

    private Values seen(Frame row) {
        Relation relation = row.relation();
        if (relation == null) {
            return Values.of(true);
        }
        Expression condition = evaluator.visibility().of(relation.name());
        Frame alone = new Frame(relation.name().name(), relation, row.tenant(), false);
        Evaluator inside = evaluator.about(alone);
        return inside.tooDeep()
                ? Values.EITHER
                : inside.condition(evaluator.knowledge().bodies().open(condition));
    }

    /** The ways in which the rows of the sources may belong to tenants; those joined by a key go together. */
    private List<List<Frame>> situations(List<Expression> joins, List<Frame> settled, List<Query.Source> open) {
        if (open.isEmpty()) {
            return List.of(settled);
        }
        Query.Source next = open.getFirst();
        for (Query.Source source : open) {
            if (link(joins, source, settled).isPresent()) {
                next = source;
                break;
            }
        }
        List<Query.Source> rest = new ArrayList<>(open);
        rest.remove(next);
        List<List<Frame>> all = new ArrayList<>();
        for (Frame row : rows(joins, next, settled)) {
            List<Frame> longer = new ArrayList<>(settled);
            longer.add(row);
            all.addAll(situations(joins, longer, rest));
        }
        return all;
    }

    private List<Frame> rows(List<Expression> joins, Query.Source source, List<Frame> settled) {
        Relation relation = relation(source).orElse(null);
        Optional<Value> linked = link(joins, source, settled);
        if (linked.isPresent()) {
            return List.of(new Frame(source.alias(), relation, linked.get(), false));
        }
        Optional<String> tenantColumn =
                relation == null ? Optional.empty() : evaluator.knowledge().tenantColumn(relation.name());
        if (relation == null || tenantColumn.isEmpty()) {
            return List.of(new Frame(source.alias(), relation, null, false));
        }
        List<Frame> rows = new ArrayList<>();
        rows.add(new Frame(source.alias(), relation, Value.Id.OWN, false));
        rows.add(new Frame(source.alias(), relation, Value.Id.FOREIGN, false));
        boolean nullable = relation.column(tenantColumn.get())
                .map(column -> !column.notNull())
                .orElse(true);
        if (nullable) {
            rows.add(new Frame(source.alias(), relation, Value.NULL, false));
        }
        return rows;
    }

    private Optional<Value> link(List<Expression> joins, Query.Source source, List<Frame> settled) {
        List<Frame> inSight = new ArrayList<>(evaluator.frames());
        inSight.addAll(settled);
        return relation(source)
                .flatMap(relation ->
                        new KeyLinks(relation, source.alias(), inSight, evaluator.knowledge()).tenant(joins));
    }

    /** The relation a source names; an unqualified name must be the only one of that name. */
    private Optional<Relation> relation(Query.Source source) {
        String name = source.name();
        if (name == null) {
            return Optional.empty();
        }
        String schema = source.schema();
        return schema != null
                ? evaluator.knowledge().relation(new RelationName(schema, name))
                : evaluator.knowledge().onlyRelation(name);
    }
}
