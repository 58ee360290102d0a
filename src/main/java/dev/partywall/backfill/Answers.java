package dev.partywall.backfill;

import dev.partywall.access.Inspection;
import dev.partywall.backfill.Hops.Hop;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the sub-select that answers, for one row of a table, whose it is.
 *
 * <p>Rows whose parent has no tenant yet are answered by what the plan has for the parent, where it has something; so that
 * the figures of a plan hold although nothing was changed. When the plan is carried out the parents come first.
 */
final class Answers {
    private final Inspection inspection;
    private final Hops hops;
    private final Map<RelationName, Assignment> planned;
    private final Mappings mappings;

    Answers(Inspection inspection, Map<RelationName, Assignment> planned, Mappings mappings) {
        this.inspection = inspection;
        this.hops = new Hops(inspection);
        this.planned = planned;
        this.mappings = mappings;
    }

    /** One row of agreement, tenant and another tenant, for the row called {@code alias}. */
    Sql of(Relation table, Assignment assignment, String alias) {
        return of(table, assignment, alias, List.of(table.name()));
    }

    private Sql of(Relation table, Assignment assignment, String alias, List<RelationName> path) {
        return SqlTemplate.fill("answer.sql", Map.of("candidates", allCandidates(table, assignment, alias, path)));
    }

    /** Besides the assignment's own, whatever foreign keys that carry the tenant will insist on. */
    private Sql allCandidates(Relation table, Assignment assignment, String alias, List<RelationName> path) {
        List<Hop> followed = assignment instanceof Assignment.Parent parent ? hops.parents(table, parent) : List.of();
        List<Sql> all = new ArrayList<>();
        all.add(marked(candidates(table, assignment, alias, path), true));
        hops.binding(table).stream()
                .filter(hop -> !followed.contains(hop))
                .forEach(hop -> all.add(marked(parent(hop, alias, path), false)));
        return SqlTemplate.joined("\nUNION ALL ", all);
    }

    private static Sql marked(Sql candidates, boolean own) {
        return new Sql(
                "SELECT o.tenant, " + own + " FROM (" + candidates.text() + ") AS o (tenant)", candidates.values());
    }

    private Sql candidates(Relation table, Assignment assignment, String alias, List<RelationName> path) {
        return switch (assignment) {
            case Assignment.Delete delete -> Sql.of("SELECT NULL::text WHERE false");
            case Assignment.Fixed fixed -> Sql.of("SELECT ?::text", fixed.tenant());
            case Assignment.Parent parent -> parents(table, parent, alias, path);
            case Assignment.Children children -> children(hops.child(table, children), alias);
            case Assignment.Listed listed -> mappings.candidates(table, listed, alias);
            case Assignment.Computed computed ->
                Sql.of("SELECT e.tenant FROM (SELECT (" + QuestionMarks.doubled(computed.sql())
                        + "\n)::text) AS e (tenant) WHERE e.tenant IS NOT NULL");
        };
    }

    private Sql parents(Relation table, Assignment.Parent parent, String alias, List<RelationName> path) {
        List<Sql> each = hops.parents(table, parent).stream()
                .map(hop -> parent(hop, alias, path))
                .toList();
        return SqlTemplate.joined("\nUNION ALL ", each);
    }

    private Sql parent(Hop hop, String alias, List<RelationName> path) {
        String inner = "p" + path.size();
        Sql tenant = tenant(hop.parent(), inner, path);
        String condition = hop.condition(alias, inner, Target.tenantColumn(inspection, hop.child()));
        return new Sql(
                "SELECT " + tenant.text() + " FROM " + hop.parent().name().sql() + " AS " + inner + " WHERE "
                        + condition,
                tenant.values());
    }

    /** The tenant of a parent's row: its own, or what it will be given, or that of its parents. */
    private Sql tenant(Relation parent, String alias, List<RelationName> path) {
        Optional<String> column = hops.tenantOf(parent);
        Assignment assignment = path.contains(parent.name()) ? null : assignment(parent, column.isEmpty());
        if (column.isEmpty() && assignment == null) {
            return Sql.of("NULL::text");
        }
        String own = column.map(name -> "nullif(" + alias + "." + Identifiers.quote(name) + "::text, '')")
                .orElse("NULL::text");
        if (assignment == null) {
            return Sql.of(own);
        }
        List<RelationName> longer = java.util.stream.Stream.concat(
                        path.stream(), java.util.stream.Stream.of(parent.name()))
                .toList();
        Sql answer = of(parent, assignment, alias, longer);
        return new Sql(
                "CASE WHEN " + own + " IS NOT NULL THEN " + own + " ELSE (SELECT n.tenant FROM (" + answer.text()
                        + ") AS n WHERE n.agreement = 'ASSIGNABLE') END",
                answer.values());
    }

    private @Nullable Assignment assignment(Relation parent, boolean withoutColumn) {
        return withoutColumn ? new Assignment.Parent(null) : planned.get(parent.name());
    }

    private Sql children(Hop hop, String alias) {
        String column = Identifiers.quote(hops.tenantOf(hop.child()).orElseThrow());
        String condition = hop.condition("k", alias, Target.tenantColumn(inspection, hop.child()));
        return Sql.of("SELECT DISTINCT k." + column + "::text FROM "
                + hop.child().name().sql() + " AS k WHERE " + condition + " AND k." + column
                + " IS NOT NULL AND k." + column + "::text <> ''");
    }
}
