package dev.partywall.tenancy;

import dev.partywall.catalog.Grant;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which tables are reference data for everybody: no tenant column, no foreign key that leads to a tenant, not a history,
 * and either referred to by other tables or only ever read.
 */
final class SharedDetection {
    private static final Set<Privilege> WRITES = Set.of(Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);

    private final List<Relation> inScope;
    private final Map<RelationName, String> columns;
    private final TenantPaths paths;

    SharedDetection(List<Relation> inScope, Map<RelationName, String> columns, TenantPaths paths) {
        this.inScope = inScope;
        this.columns = columns;
        this.paths = paths;
    }

    Set<RelationName> shared() {
        Set<RelationName> referenced = new HashSet<>();
        inScope.forEach(relation -> relation.foreignKeys().forEach(key -> {
            if (key.references() != null) {
                referenced.add(key.references());
            }
        }));
        Set<RelationName> shared = new HashSet<>();
        inScope.stream()
                .filter(relation -> isReferenceData(relation, referenced))
                .forEach(relation -> shared.add(relation.name()));
        return shared;
    }

    private boolean isReferenceData(Relation relation, Set<RelationName> referenced) {
        return relation.isTable()
                && !relation.partitionOf()
                && !columns.containsKey(relation.name())
                && !paths.isRegistry(relation.name())
                && paths.of(relation.name()).isEmpty()
                && !NameHints.isHistory(relation.name().name())
                && (referenced.contains(relation.name()) || onlyRead(relation));
    }

    private static boolean onlyRead(Relation relation) {
        boolean read = relation.grants().stream()
                .anyMatch(grant -> grant.privilege() == Privilege.SELECT && others(grant, relation));
        boolean written = relation.grants().stream()
                .anyMatch(grant -> WRITES.contains(grant.privilege()) && others(grant, relation));
        return read && !written;
    }

    private static boolean others(Grant grant, Relation relation) {
        return !grant.grantee().equals(relation.owner());
    }
}
