package dev.partywall.access;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Command;
import dev.partywall.catalog.Function;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Policy;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the expressions of policies need to run at all: EXECUTE on the functions they call, SELECT on the relations they
 * read, and an end to what those read in turn. Where one is missing every statement fails, whatever the rows.
 */
final class PolicyNeeds {
    /**
     * From here on the planner drops a scan for one false condition among several, so the others are never prepared.
     * Before, it does so only for the children of a partitioned or inherited table.
     */
    private static final int FOLDS_SINCE = 17;

    private final CatalogSnapshot snapshot;
    private final Privileges privileges;
    private final RowSecurity rowSecurity;
    private final Set<RelationName> parents = new HashSet<>();
    private final Map<Long, Function> functions = new HashMap<>();

    PolicyNeeds(CatalogSnapshot snapshot, Privileges privileges, RowSecurity rowSecurity) {
        this.snapshot = snapshot;
        this.privileges = privileges;
        this.rowSecurity = rowSecurity;
        snapshot.relations().forEach(relation -> parents.addAll(relation.parents()));
        snapshot.functions().forEach(function -> functions.put(function.oid(), function));
    }

    /**
     * The first thing that is missing.
     *
     * @param rights whose privileges on relations count: the role itself, or the owner of the view it reads through
     * @param caller who runs the statement: functions run as him even behind a view
     */
    Optional<Reason> missing(String rights, String caller, Relation table, RowSecurity.Merged merged) {
        List<RelationName> open = new ArrayList<>(List.of(table.name()));
        return missingForRows(rights, caller, table, merged.using(), open)
                .or(() -> missingFunction(caller, merged.check()))
                .or(() -> missingRelation(rights, caller, merged.check(), open));
    }

    /** Where no row can pass the server asks for the privileges of sub-selects all the same, and older ones for functions'. */
    private Optional<Reason> missingForRows(
            String rights, String caller, Relation table, Clauses using, List<RelationName> open) {
        Optional<Reason> function = using.never() && folds(table) ? Optional.empty() : missingFunction(caller, using);
        return function.or(() -> missingRelation(rights, caller, using, open));
    }

    private boolean folds(Relation table) {
        return snapshot.server().major() >= FOLDS_SINCE
                || table.kind() == Relation.Kind.PARTITIONED_TABLE
                || parents.contains(table.name());
    }

    private Optional<Reason> missingFunction(String caller, Clauses clauses) {
        return clauses.evaluated().stream()
                .flatMap(clause -> missingFunction(caller, clause).stream())
                .findFirst();
    }

    private Optional<Reason> missingRelation(String rights, String caller, Clauses clauses, List<RelationName> open) {
        return clauses.evaluated().stream()
                .flatMap(clause -> missingRelation(rights, caller, clause, open).stream())
                .findFirst();
    }

    private Optional<Reason> missingFunction(String caller, Clause clause) {
        Policy policy = clause.policy();
        return policy.calls().stream()
                .flatMap(oid -> Optional.ofNullable(functions.get(oid)).stream())
                .filter(function -> concerns(clause, call(function)))
                .filter(function -> !privileges.mayExecute(caller, function))
                .findFirst()
                .map(function -> new Reason(
                        "function",
                        "Policy " + policy.name() + " calls " + function.signature() + ", which " + caller
                                + " may not execute: the statement fails."));
    }

    private static String call(Function function) {
        return Identifiers.quote(function.schema()) + "." + Identifiers.quote(function.name()) + "(";
    }

    /**
     * Whether this side of the policy names it. The catalogue says what a policy depends on, not which of its two
     * expressions does; in doubt both do.
     */
    private static boolean concerns(Clause clause, String named) {
        Policy policy = clause.policy();
        boolean elsewhere = Stream.of(policy.using(), policy.withCheck())
                .filter(Objects::nonNull)
                .anyMatch(expression -> expression.contains(named));
        return clause.expression().contains(named) || !elsewhere;
    }

    private Optional<Reason> missingRelation(String rights, String caller, Clause clause, List<RelationName> open) {
        return clause.policy().reads().stream()
                .filter(name -> concerns(clause, name.sql()))
                .flatMap(name -> snapshot.relation(name).stream())
                .flatMap(read -> unreadable(rights, caller, clause.policy(), read, open).stream())
                .findFirst();
    }

    private Optional<Reason> unreadable(
            String rights, String caller, Policy policy, Relation read, List<RelationName> open) {
        String reads = "Policy " + policy.name() + " reads " + read.name().sql();
        if (!readable(rights, policy, read)) {
            return Optional.of(new Reason("subquery", reads + ", which " + rights + " may not: the statement fails."));
        }
        if (!rowSecurity.active(rights, read)) {
            return Optional.empty();
        }
        if (open.contains(read.name())) {
            return Optional.of(
                    new Reason("recursion", reads + ", whose policies lead back here: the statement fails."));
        }
        open.addLast(read.name());
        Optional<Reason> behind = missingForRows(
                rights, caller, read, Clauses.using(rowSecurity.applying(rights, read, Command.SELECT)), open);
        open.removeLast();
        return behind;
    }

    private boolean readable(String rights, Policy policy, Relation read) {
        if (privileges.onRelation(rights, read, Privilege.SELECT).isPresent()) {
            return true;
        }
        List<String> granted = privileges.onColumns(rights, read, Privilege.SELECT);
        return !granted.isEmpty()
                && policy.readColumns().stream()
                        .filter(column -> column.relation().equals(read.name()))
                        .allMatch(column -> granted.contains(column.column()));
    }
}
