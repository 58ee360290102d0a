package dev.partywall.tenancy;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Policy;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.expression.Expression;
import dev.partywall.expression.FunctionBodies;
import dev.partywall.expression.SettingsRead;
import dev.partywall.expression.TenantComparison;
import dev.partywall.expression.TenantComparisons;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What policies, defaults and functions of a database say about tenants. */
final class Observations {
    private final Map<RelationName, Relation> relations = new HashMap<>();
    private final Map<String, Expression> parsed = new HashMap<>();
    private final FunctionBodies bodies;
    private final List<Comparison> comparisons = new ArrayList<>();
    private final List<DefaultRead> defaults = new ArrayList<>();
    private final Set<String> inFunctions = new LinkedHashSet<>();

    /** A comparison and the relation whose policy makes it. */
    record Comparison(RelationName policyOf, TenantComparison what) {
        /** The policy's own column, not one in a sub-select. */
        boolean direct() {
            return what.relation().equals(policyOf);
        }
    }

    /** A column whose default reads a setting. */
    record DefaultRead(RelationName relation, String column, String setting) {}

    Observations(CatalogSnapshot snapshot, List<Relation> inScope) {
        snapshot.relations().forEach(relation -> relations.put(relation.name(), relation));
        this.bodies = new FunctionBodies(snapshot);
        inScope.forEach(this::observe);
        snapshot.functions().stream()
                .flatMap(function -> Stream.ofNullable(function.body()))
                .forEach(body -> inFunctions.addAll(SettingsRead.inText(body)));
    }

    private void observe(Relation relation) {
        for (Policy policy : relation.policies()) {
            Stream.of(Optional.ofNullable(policy.using()), Optional.ofNullable(policy.withCheck()))
                    .flatMap(Optional::stream)
                    .forEach(text -> compare(relation, text));
        }
        relation.columns()
                .forEach(column -> Stream.ofNullable(column.defaultExpression())
                        .flatMap(text -> SettingsRead.in(opened(text)).stream())
                        .forEach(read -> defaults.add(new DefaultRead(relation.name(), column.name(), read.name()))));
    }

    private void compare(Relation relation, String text) {
        TenantComparisons.in(opened(text), relation.name(), name -> Optional.ofNullable(relations.get(name)))
                .forEach(comparison -> comparisons.add(new Comparison(relation.name(), comparison)));
    }

    /** The same text is read once: a thousand tables have few different policies. */
    Expression opened(String text) {
        return parsed.computeIfAbsent(text, sql -> bodies.open(Expression.parse(sql)));
    }

    List<Comparison> comparisons() {
        return comparisons;
    }

    List<DefaultRead> defaults() {
        return defaults;
    }

    Set<String> inFunctions() {
        return inFunctions;
    }

    Optional<Relation> relation(RelationName name) {
        return Optional.ofNullable(relations.get(name));
    }
}
