package dev.partywall.tenancy;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.RelationName;
import dev.partywall.profile.Registry;
import dev.partywall.profile.TenancyDeclaration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Completes what a profile declares of the tenancy by what the catalogue shows. */
public final class TenancyDetector {
    private final CatalogSnapshot snapshot;
    private final TenancyDeclaration declared;

    private TenancyDetector(CatalogSnapshot snapshot, TenancyDeclaration declared) {
        this.snapshot = snapshot;
        this.declared = declared;
    }

    /**
     * The tenancy of this database.
     *
     * @throws dev.partywall.failure.Failure when something declared does not exist
     */
    public static Tenancy detect(CatalogSnapshot snapshot, TenancyDeclaration declared) {
        return new TenancyDetector(snapshot, declared).tenancy();
    }

    private Tenancy tenancy() {
        return new Tenancy(
                declared.settings(),
                declared.settingValues(),
                declared.loginRoles(),
                columns(),
                declared.tenantColumn(),
                tenantType(),
                registry(),
                declared.schemas(),
                shared(),
                Objects.requireNonNullElse(declared.unsetMeans(), TenancyDeclaration.UnsetMeans.NOTHING),
                Objects.requireNonNullElse(declared.nullTenantMeans(), TenancyDeclaration.NullTenantMeans.NOBODY),
                declared.systemTenants(),
                Objects.requireNonNullElse(declared.foreignWrites(), TenancyDeclaration.ForeignWrites.REJECTED),
                List.of());
    }

    private Map<RelationName, String> columns() {
        Map<RelationName, String> columns = new HashMap<>();
        String usual = declared.tenantColumn();
        snapshot.relations().forEach(relation -> {
            String column = declared.columns().getOrDefault(written(relation.name()), usual);
            if (column != null && relation.column(column).isPresent()) {
                columns.put(relation.name(), column);
            }
        });
        return columns;
    }

    private static String written(RelationName name) {
        return name.schema() + "." + name.name();
    }

    private @Nullable String tenantType() {
        return snapshot.relations().stream()
                .flatMap(relation -> relation.columns().stream())
                .filter(column -> column.name().equals(declared.tenantColumn()))
                .map(column -> column.baseType())
                .findFirst()
                .orElse(null);
    }

    private @Nullable TenantRegistry registry() {
        Registry registry = declared.registry();
        return registry == null
                ? null
                : new TenantRegistry(
                        relation(registry.table()),
                        Objects.requireNonNullElse(registry.key(), "id"),
                        registry.label(),
                        registry.status());
    }

    private Set<RelationName> shared() {
        Set<RelationName> shared = new HashSet<>();
        declared.shared().forEach(table -> shared.add(relation(table)));
        return shared;
    }

    private RelationName relation(String text) {
        String bare = text.replace("\"", "");
        return snapshot.relations().stream()
                .map(relation -> relation.name())
                .filter(name -> written(name).equals(bare) || name.name().equals(bare))
                .findFirst()
                .orElseThrow(() -> dev.partywall.failure.Failure.usage(
                        "The profile names " + text + ", which does not exist.", "Correct the profile."));
    }
}
