package dev.partywall.tenancy;

import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.expression.Expression;
import dev.partywall.expression.Query;
import dev.partywall.expression.TenantComparison;
import dev.partywall.expression.TenantComparisons;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the tables through which policies come from a person to a tenant: a sub-select, in the policy or in a function it
 * calls, that compares one column of the table with the session and hands out or joins by another.
 */
final class MembershipDetection {
    private final Observations observations;
    private final Map<Membership, Found> found = new LinkedHashMap<>();

    /** A membership, the settings that name the person, and the tables whose policies go through it. */
    record Found(Membership membership, Set<SettingDetection.Candidate> settings, Set<RelationName> readers) {
        int score() {
            return 10 * readers.size() + 15 * NameHints.tenant(membership.tenant());
        }
    }

    MembershipDetection(Observations observations, List<Relation> inScope) {
        this.observations = observations;
        inScope.forEach(relation -> relation.policies().stream()
                .flatMap(policy -> Stream.of(policy.using(), policy.withCheck()))
                .filter(Objects::nonNull)
                .forEach(text -> observe(relation.name(), text)));
    }

    /** What can be a membership at all, the best first. */
    List<Found> found() {
        return found.values().stream()
                .filter(candidate -> isOfTenants(candidate.membership()))
                .sorted(Comparator.comparingInt(Found::score)
                        .reversed()
                        .thenComparing(candidate -> candidate.membership().toString()))
                .toList();
    }

    /** Those that start from one of these settings. */
    List<Found> by(Set<String> settings) {
        return found().stream()
                .filter(candidate -> candidate.settings().stream()
                        .map(SettingDetection.Candidate::name)
                        .anyMatch(settings::contains))
                .toList();
    }

    /** Those by which the tenant is told, unless a setting tells it outright. */
    List<Found> insteadOf(Optional<SettingDetection.Candidate> setting) {
        List<Found> all = found();
        if (all.isEmpty()) {
            return all;
        }
        Found best = all.getFirst();
        boolean outright = setting.filter(chosen -> !chosen.tables().isEmpty())
                .filter(chosen -> !chosen.namesPerson()
                        || chosen.tables().size() > 2 * best.readers().size())
                .isPresent();
        return outright
                ? List.of()
                : all.stream()
                        .filter(candidate -> !Collections.disjoint(candidate.settings(), best.settings()))
                        .toList();
    }

    /** The same column must be able to name one tenant for many persons: a key of its own row only names the row. */
    private boolean isOfTenants(Membership membership) {
        Relation table = observations.relation(membership.table()).orElseThrow();
        boolean namesTheRow = RegistryDetection.singleKey(table)
                .filter(membership.tenant()::equals)
                .isPresent();
        return namesTheRow
                ? NameHints.isRegistryName(table.name().name())
                : NameHints.tenant(membership.tenant()) > 0 || refersAlone(table, membership.tenant());
    }

    private static boolean refersAlone(Relation table, String column) {
        return table.foreignKeys().stream().map(Constraint::columns).anyMatch(List.of(column)::equals);
    }

    private void observe(RelationName reader, String text) {
        observations
                .opened(text)
                .walk()
                .map(MembershipDetection::query)
                .filter(Query.Select.class::isInstance)
                .map(Query.Select.class::cast)
                .forEach(select -> observe(reader, select));
    }

    private static Query query(Expression part) {
        return switch (part) {
            case Expression.SubSelect select -> select.query();
            case Expression.Exists exists -> exists.query();
            default -> new Query.Raw("");
        };
    }

    private void observe(RelationName reader, Query.Select select) {
        List<TenantComparison> comparisons =
                TenantComparisons.in(new Expression.Exists(select), reader, observations::relation);
        for (Query.Source source : select.sources()) {
            if (source.schema() != null && source.name() != null) {
                RelationName name = new RelationName(source.schema(), source.name());
                comparisons.stream()
                        .filter(comparison -> comparison.relation().equals(name) && isEquality(comparison))
                        .forEach(comparison -> observations
                                .relation(name)
                                .ifPresent(table -> note(reader, select, source, table, comparison)));
            }
        }
    }

    private static boolean isEquality(TenantComparison comparison) {
        return comparison.setting() != null && comparison.operator().equals("=");
    }

    private void note(
            RelationName reader, Query.Select select, Query.Source source, Relation table, TenantComparison person) {
        for (String tenant : tenantColumns(select, source, table)) {
            if (!tenant.equals(person.column())) {
                Membership membership = new Membership(table.name(), tenant, person.column());
                Found seen = found.computeIfAbsent(
                        membership, key -> new Found(key, new LinkedHashSet<>(), new HashSet<>()));
                seen.readers().add(reader);
                seen.settings()
                        .add(new SettingDetection.Candidate(
                                String.valueOf(person.setting()), person.claim(), Set.of(), 0));
            }
        }
    }

    /** The columns of the source that the query hands out, and those it equates with columns of other rows. */
    private static Set<String> tenantColumns(Query.Select select, Query.Source source, Relation table) {
        Set<String> columns = new LinkedHashSet<>();
        select.items().stream()
                .filter(item -> belongs(item, source, table))
                .forEach(item -> columns.add(((Expression.ColumnRef) item).name()));
        for (Expression conjunct : conjuncts(select.conditions())) {
            if (conjunct instanceof Expression.Binary equality
                    && equality.operator().equals("=")) {
                joined(equality.left(), equality.right(), source, table, columns);
                joined(equality.right(), equality.left(), source, table, columns);
            }
        }
        return columns;
    }

    private static void joined(
            Expression here, Expression there, Query.Source source, Relation table, Set<String> columns) {
        boolean joins =
                belongs(here, source, table) && there instanceof Expression.ColumnRef && !belongs(there, source, table);
        if (joins) {
            columns.add(((Expression.ColumnRef) here).name());
        }
    }

    private static boolean belongs(Expression expression, Query.Source source, Relation table) {
        return expression instanceof Expression.ColumnRef column
                && table.column(column.name()).isPresent()
                && (column.qualifier() == null || column.qualifier().equals(source.alias()));
    }

    private static List<Expression> conjuncts(List<Expression> conditions) {
        List<Expression> all = new ArrayList<>();
        for (Expression condition : conditions) {
            if (condition instanceof Expression.And and) {
                all.addAll(conjuncts(and.operands()));
            } else {
                all.add(condition);
            }
        }
        return all;
    }
}
