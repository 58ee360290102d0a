package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Part;
import dev.partywall.advisor.Reach;
import dev.partywall.advisor.Remedy;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.advisor.TenantPredicate;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.Grant;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A history, audit or log table that keeps copies of tenants' rows and has no row security. */
public final class HistoryWithoutRowSecurity implements Rule {
    private static final Set<String> DOCUMENTS = Set.of("json", "jsonb");

    @Override
    public String id() {
        return "audit-no-rls";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return landscape.tables().stream()
                .filter(table -> landscape.part(table) == Part.HISTORY && !table.rowSecurity())
                .filter(table -> !TableWithoutRowSecurity.hasProtectedParent(landscape, table))
                .filter(table -> landscape.reach().may(table, Privilege.SELECT)
                        || landscape.reach().may(table, Privilege.UPDATE)
                        || landscape.reach().may(table, Privilege.DELETE))
                .map(table -> finding(landscape, table))
                .toList();
    }

    private Finding finding(Landscape landscape, Relation table) {
        boolean readable = landscape.reach().may(table, Privilege.SELECT);
        return new Finding(
                id(),
                readable ? Severity.CRITICAL : Severity.HIGH,
                Direction.FAIL_OPEN,
                ObjectRef.of(table),
                table.name() + " keeps copies of every tenant's rows, open to all of them",
                "It has no tenant column and no row security, and it is filled with what happens in tenant tables. "
                        + (readable ? "A tenant reads what the others did." : "A tenant changes what the others left."),
                landscape.reach().app() + " may "
                        + Reach.words(landscape.reach().commands(table))
                        + "; it is filled by a trigger of a tenant table, or is called and shaped like a log.",
                fix(landscape, table));
    }

    private static String fix(Landscape landscape, Relation table) {
        return document(table)
                .flatMap(document -> tenantIn(landscape, document))
                .map(condition -> Remedy.protect(table, Optional.of(condition)))
                .orElseGet(() -> Remedy.revoke(readingGrants(landscape, table), table.name()));
    }

    private static Optional<Column> document(Relation table) {
        return table.columns().stream()
                .filter(column -> DOCUMENTS.contains(column.baseType()))
                .findFirst();
    }

    /** The tenant as it stands inside the copied row. */
    private static Optional<String> tenantIn(Landscape landscape, Column document) {
        String key = landscape.tenancy().tenantColumn();
        Column asText = new Column(0, "", "text", "text", false, null, false, false, List.of());
        return key == null
                ? Optional.empty()
                : new TenantPredicate(landscape)
                        .currentTenant(asText)
                        .map(tenant -> Identifiers.quote(document.name()) + " ->> " + Identifiers.literal(key) + " = "
                                + tenant);
    }

    private static List<Grant> readingGrants(Landscape landscape, Relation table) {
        return List.of(Privilege.SELECT, Privilege.UPDATE, Privilege.DELETE).stream()
                .flatMap(command -> landscape.reach().held(table, command).stream())
                .toList();
    }
}
