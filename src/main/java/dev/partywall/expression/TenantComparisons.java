package dev.partywall.expression;

import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the places where an expression compares columns with settings. */
public final class TenantComparisons {
    private static final Set<String> LOGINS = Set.of("current_user", "session_user", "current_role", "user");

    private final Function<RelationName, Optional<Relation>> relations;
    private final List<TenantComparison> found = new ArrayList<>();

    /** A relation in sight of an expression, by the name that qualifies its columns. */
    private record Sight(String alias, RelationName relation) {}

    private TenantComparisons(Function<RelationName, Optional<Relation>> relations) {
        this.relations = relations;
    }

    /** The comparisons in an opened expression about {@code relation}. */
    public static List<TenantComparison> in(
            Expression expression, RelationName relation, Function<RelationName, Optional<Relation>> relations) {
        TenantComparisons comparisons = new TenantComparisons(relations);
        comparisons.search(expression, List.of(new Sight(relation.name(), relation)), null);
        return comparisons.found;
    }

    private void search(Expression expression, List<Sight> sights, @Nullable String fed) {
        switch (expression) {
            case Expression.Binary binary -> {
                compare(binary.operator(), binary.left(), binary.right(), sights, fed);
                Parts.of(binary).forEach(part -> search(part, sights, null));
            }
            case Expression.IsDistinct distinct -> {
                compare("=", distinct.left(), distinct.right(), sights, fed);
                Parts.of(distinct).forEach(part -> search(part, sights, null));
            }
            case Expression.AnyAll any -> searchAny(any, sights, fed);
            case Expression.Exists exists -> searchQuery(exists.query(), sights, fed);
            case Expression.SubSelect select -> searchQuery(select.query(), sights, fed);
            default -> Parts.of(expression).forEach(part -> search(part, sights, fed));
        }
    }

    private void searchAny(Expression.AnyAll any, List<Sight> sights, @Nullable String fed) {
        if (any.right() instanceof Expression.SubSelect select) {
            String outer = columns(any.left()).stream()
                    .map(Expression.ColumnRef::name)
                    .findFirst()
                    .orElse(fed);
            searchQuery(select.query(), sights, outer);
        } else {
            compare(any.operator(), any.left(), any.right(), sights, fed);
            search(any.right(), sights, null);
        }
    }

    private void searchQuery(Query query, List<Sight> sights, @Nullable String fed) {
        if (!(query instanceof Query.Select select)) {
            return;
        }
        List<Sight> inside = new ArrayList<>(sights);
        for (Query.Source source : select.sources()) {
            if (source.name() != null && source.schema() != null) {
                inside.add(new Sight(source.alias(), new RelationName(source.schema(), source.name())));
            }
        }
        Parts.ofQuery(query).forEach(part -> search(part, inside, fed));
    }

    private void compare(String operator, Expression left, Expression right, List<Sight> sights, @Nullable String fed) {
        if (right instanceof Expression.SubSelect select
                && !select.query().text().isEmpty()) {
            columns(left).stream().findFirst().ifPresent(column -> searchQuery(select.query(), sights, column.name()));
        }
        pair(operator, left, right, sights, fed);
        pair(operator, right, left, sights, fed);
    }

    private void pair(
            String operator, Expression columnSide, Expression settingSide, List<Sight> sights, @Nullable String fed) {
        if (!sessions(columnSide).isEmpty() || !isOfSession(settingSide, columnSide)) {
            return;
        }
        for (Expression.ColumnRef column : columns(columnSide)) {
            Optional<RelationName> relation = relation(column, sights);
            if (relation.isPresent()) {
                for (Who who : sessions(settingSide)) {
                    found.add(new TenantComparison(
                            relation.get(),
                            column.name(),
                            who.setting(),
                            who.claim(),
                            operator,
                            columnSide,
                            settingSide,
                            fed));
                }
            }
        }
    }

    /** Made of settings alone, or of them and the compared column itself as what stands in for a missing one. */
    private static boolean isOfSession(Expression settingSide, Expression columnSide) {
        return columns(settingSide).stream().allMatch(columnSide::equals);
    }

    private Optional<RelationName> relation(Expression.ColumnRef column, List<Sight> sights) {
        String qualifier = column.qualifier();
        return sights.reversed().stream()
                .filter(sight -> qualifier == null
                        ? relations
                                .apply(sight.relation())
                                .flatMap(r -> r.column(column.name()))
                                .isPresent()
                        : qualifier.equals(sight.alias()))
                .map(Sight::relation)
                .findFirst();
    }

    private static List<Expression.ColumnRef> columns(Expression expression) {
        return plainParts(expression)
                .filter(Expression.ColumnRef.class::isInstance)
                .map(Expression.ColumnRef.class::cast)
                .toList();
    }

    /** What an expression is made of without going into sub-selects that read relations. */
    private static java.util.stream.Stream<Expression> plainParts(Expression expression) {
        boolean reads = expression instanceof Expression.SubSelect select && readsRelations(select.query())
                || expression instanceof Expression.Exists;
        return reads
                ? java.util.stream.Stream.of()
                : java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(expression),
                        Parts.of(expression).stream().flatMap(TenantComparisons::plainParts));
    }

    private static boolean readsRelations(Query query) {
        return !(query instanceof Query.Select select) || !select.sources().isEmpty();
    }

    private record Who(@Nullable String setting, List<String> claim) {}

    private static Set<Who> sessions(Expression expression) {
        Set<Who> found = new HashSet<>();
        collect(expression, List.of(), found);
        return found;
    }

    private static void collect(Expression expression, List<String> claim, Set<Who> found) {
        if (expression instanceof Expression.Call call && call.name().equals("current_setting")) {
            SettingsRead.in(expression).forEach(read -> found.add(new Who(read.name(), claim)));
        } else if (expression instanceof Expression.Call call && LOGINS.contains(call.name())) {
            found.add(new Who(null, List.of()));
        } else if (expression instanceof Expression.Binary binary
                && binary.operator().startsWith("->")) {
            collect(binary.left(), prepended(text(binary.right()), claim), found);
        } else if (expression instanceof Expression.Binary binary
                && binary.operator().startsWith("#>")) {
            List<String> path =
                    List.of(text(binary.right()).replaceAll("[{}\"]", "").split(","));
            List<String> longer = new ArrayList<>(path);
            longer.addAll(claim);
            collect(binary.left(), longer, found);
        } else if (!(expression instanceof Expression.SubSelect select && readsRelations(select.query()))) {
            Parts.of(expression).forEach(part -> collect(part, claim, found));
        }
    }

    private static List<String> prepended(String step, List<String> claim) {
        List<String> longer = new ArrayList<>(List.of(step));
        longer.addAll(claim);
        return longer;
    }

    private static String text(Expression expression) {
        return switch (expression) {
            case Expression.Constant constant -> constant.text();
            case Expression.Cast cast -> text(cast.operand());
            default -> "?";
        };
    }
}
