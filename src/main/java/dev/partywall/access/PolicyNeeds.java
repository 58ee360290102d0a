package dev.partywall.access;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Command;
import dev.partywall.catalog.Function;
import dev.partywall.catalog.Policy;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the expressions of policies need to run at all: EXECUTE on the functions they call, SELECT on the relations they
 * read, and an end to what those read in turn. Where one is missing every statement fails, whatever the rows.
 */
final class PolicyNeeds {
    private final CatalogSnapshot snapshot;
    private final Privileges privileges;
    private final RowSecurity rowSecurity;
    private final Map<Long, Function> functions = new HashMap<>();

    PolicyNeeds(CatalogSnapshot snapshot, Privileges privileges, RowSecurity rowSecurity) {
        this.snapshot = snapshot;
        this.privileges = privileges;
        this.rowSecurity = rowSecurity;
        snapshot.functions().forEach(function -> functions.put(function.oid(), function));
    }

    /**
     * The first thing that is missing.
     *
     * @param rights whose privileges on relations count: the role itself, or the owner of the view it reads through
     * @param caller who runs the statement: functions run as him even behind a view
     */
    Optional<Reason> missing(String rights, String caller, Relation table, List<Policy> policies) {
        return missing(rights, caller, policies, new ArrayList<>(List.of(table.name())));
    }

    private Optional<Reason> missing(String rights, String caller, List<Policy> policies, List<RelationName> open) {
        return policies.stream()
                .flatMap(policy ->
                        missingFunction(caller, policy)
                                .or(() -> missingRelation(rights, caller, policy, open))
                                .stream())
                .findFirst();
    }

    private Optional<Reason> missingFunction(String caller, Policy policy) {
        return policy.calls().stream()
                .flatMap(oid -> Optional.ofNullable(functions.get(oid)).stream())
                .filter(function -> !privileges.mayExecute(caller, function))
                .findFirst()
                .map(function -> new Reason(
                        "function",
                        "Policy " + policy.name() + " calls " + function.signature() + ", which " + caller
                                + " may not execute: the statement fails."));
    }

    private Optional<Reason> missingRelation(String rights, String caller, Policy policy, List<RelationName> open) {
        return policy.reads().stream()
                .flatMap(name -> snapshot.relation(name).stream())
                .flatMap(read -> unreadable(rights, caller, policy, read, open).stream())
                .findFirst();
    }

    private Optional<Reason> unreadable(
            String rights, String caller, Policy policy, Relation read, List<RelationName> open) {
        boolean readable = privileges.onRelation(rights, read, Privilege.SELECT).isPresent()
                || !privileges.onColumns(rights, read, Privilege.SELECT).isEmpty();
        String reads = "Policy " + policy.name() + " reads " + read.name().sql();
        if (!readable) {
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
        Optional<Reason> behind = missing(rights, caller, rowSecurity.applying(rights, read, Command.SELECT), open);
        open.removeLast();
        return behind;
    }
}
