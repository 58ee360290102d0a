package dev.partywall.advisor;

import dev.partywall.access.AccessKind;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What relations and functions show that run with their owner's rights (PostgreSQL 18, sections 39.5 and 5.9). A view
 * with {@code security_invoker} is checked as whoever runs the query, wherever it stands.
 */
public final class Exposure {
    private final Landscape landscape;
    private final TenantFilter filter;
    private final Map<RelationName, Filtering> views = new HashMap<>();
    private final Map<String, List<Relation>> byOwner = new HashMap<>();

    public Exposure(Landscape landscape, TenantFilter filter) {
        this.landscape = landscape;
        this.filter = filter;
    }

    /** How far a view that runs with its owner's rights keeps to the session's tenant. */
    public Filtering of(Relation view) {
        Relation.View body = view.view();
        if (body == null || body.securityInvoker()) {
            return Filtering.UNTOUCHED;
        }
        Filtering known = views.get(view.name());
        if (known != null) {
            return known;
        }
        views.put(view.name(), Filtering.UNTOUCHED);
        List<Relation> exposed = exposedBy(view);
        Filtering judged = exposed.isEmpty() ? Filtering.UNTOUCHED : filter.of(body.definition(), exposed);
        views.put(view.name(), judged);
        return judged;
    }

    /** The relations that the view shows past their row security: tables, and views that show such. */
    public List<Relation> exposedBy(Relation view) {
        return Optional.ofNullable(view.view()).stream()
                .flatMap(body -> body.reads().stream())
                .map(name -> landscape.relation(name).orElse(null))
                .filter(Objects::nonNull)
                .filter(read -> !read.name().equals(view.name()) && shows(view.owner(), read))
                .toList();
    }

    /** All that a role sees past row security and the app role does not see anyway. */
    public List<Relation> openTo(String owner) {
        return byOwner.computeIfAbsent(
                owner,
                role -> landscape.relations().stream()
                        .filter(relation -> shows(role, relation))
                        .toList());
    }

    private boolean shows(String role, Relation relation) {
        return switch (relation.kind()) {
            case TABLE, PARTITIONED_TABLE ->
                landscape.holdsTenantRows(relation)
                        && seesAll(role, relation)
                        && !landscape.reach().isOpen(relation, Privilege.SELECT);
            case VIEW -> of(relation).isHole();
            case MATERIALIZED_VIEW, FOREIGN_TABLE ->
                landscape.part(relation) == Part.TENANT && !landscape.reach().may(relation, Privilege.SELECT);
        };
    }

    private boolean seesAll(String role, Relation table) {
        return landscape.reach().isExempt(role, table)
                || landscape
                                .inspection()
                                .access()
                                .of(role, table.name(), Privilege.SELECT)
                                .kind()
                        == AccessKind.EVERYTHING;
    }
}
