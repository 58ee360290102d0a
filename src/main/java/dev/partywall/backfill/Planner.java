package dev.partywall.backfill;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Session;
import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a plan, by reading alone. */
final class Planner {
    private static final long LEAST_SPARE = 100;

    private final Inspection inspection;
    private final Session bypass;
    private final Map<RelationName, Assignment> assignments;
    private final Hops hops;

    Planner(Inspection inspection, Session bypass, Map<RelationName, Assignment> assignments) {
        this.inspection = inspection;
        this.bypass = bypass;
        this.assignments = assignments;
        this.hops = new Hops(inspection);
    }

    Plan plan(Plan.Identity database, String createdBy, Plan.Batches batches) {
        List<RelationName> order = new ArrayList<>();
        assignments.keySet().forEach(table -> visit(table, new LinkedHashSet<>(), order));
        Proposals proposals = new Proposals(inspection, bypass, assignments);
        List<Plan.Table> tables =
                order.stream().map(table -> planned(table, proposals)).toList();
        return new Plan(
                Plan.SCHEMA,
                inspection.snapshot().takenAt(),
                createdBy,
                database,
                batches,
                Plan.Limits.USUAL,
                false,
                tables);
    }

    private Plan.Table planned(RelationName table, Proposals proposals) {
        Target target = Target.of(inspection, table);
        Assignment assignment = assignment(table);
        Proposal proposal = proposals.of(table, assignment);
        Map<@Nullable String, Long> before = Counts.perTenant(bypass, target);
        Map<String, Long> tenants = new TreeMap<>();
        before.forEach((tenant, rows) -> {
            if (tenant != null) {
                tenants.put(tenant, rows);
            }
        });
        return new Plan.Table(
                table,
                target.column().name(),
                assignment,
                proposals.mappingDigest(target, assignment),
                target.columnTypes(),
                guard(assignment, proposal.rows()),
                null,
                proposal.counts(),
                proposal.tenants(),
                tenants);
    }

    /** Rows may come while a plan waits to be carried out; but nothing is deleted that nobody has counted. */
    private static long guard(Assignment assignment, long rows) {
        return assignment instanceof Assignment.Delete ? rows : rows + Math.max(LEAST_SPARE, rows / 10);
    }

    private Assignment assignment(RelationName table) {
        return java.util.Objects.requireNonNull(assignments.get(table));
    }

    /** Those it takes its tenant from go first. */
    private void visit(RelationName table, Set<RelationName> open, List<RelationName> order) {
        if (order.contains(table)) {
            return;
        }
        if (!open.add(table)) {
            throw circle(table, open);
        }
        sources(table).stream()
                .filter(source -> assignments.containsKey(source) && !source.equals(table))
                .forEach(source -> visit(source, open, order));
        open.remove(table);
        order.add(table);
    }

    private List<RelationName> sources(RelationName table) {
        Relation relation = Target.of(inspection, table).relation();
        return switch (assignment(table)) {
            case Assignment.Parent parent -> reached(hops.parents(relation, parent), List.of());
            case Assignment.Children children ->
                List.of(hops.child(relation, children).child().name());
            case Assignment.Fixed fixed -> List.of();
            case Assignment.Delete delete -> List.of();
            case Assignment.Listed listed -> List.of();
            case Assignment.Computed computed -> mentioned(computed);
        };
    }

    /** Parents, and the parents of those that hold no tenant themselves. */
    private List<RelationName> reached(List<Hops.Hop> parents, List<RelationName> path) {
        List<RelationName> reached = new ArrayList<>();
        for (Hops.Hop hop : parents) {
            RelationName parent = hop.parent().name();
            reached.add(parent);
            if (!hops.holdsTenants(hop.parent()) && !path.contains(parent)) {
                List<RelationName> longer = new ArrayList<>(path);
                longer.add(parent);
                reached.addAll(reached(hops.from(hop.parent()), longer));
            }
        }
        return reached;
    }

    /** Tables whose name the expression has in it: a guess that costs nothing, as it only orders. */
    private List<RelationName> mentioned(Assignment.Computed computed) {
        return assignments.keySet().stream()
                .filter(table -> computed.sql().contains(table.name()))
                .filter(table -> !(assignment(table) instanceof Assignment.Computed))
                .toList();
    }

    private static Failure circle(RelationName table, Set<RelationName> open) {
        List<String> names = new ArrayList<>(open.stream()
                .map(RelationName::toString)
                .dropWhile(name -> !name.equals(table.toString()))
                .toList());
        names.add(table.toString());
        return Failure.usage(
                "These tables take their tenant from each other: " + String.join(" from ", names) + ".",
                "Assign one of them another way, by fixed:TENANT, map:FILE or sql:EXPRESSION.");
    }
}
