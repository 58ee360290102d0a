package dev.partywall.tenancy;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Lens;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Side;
import dev.partywall.expression.Knowledge;
import dev.partywall.failure.Failure;
import dev.partywall.profile.TenancyDeclaration.ForeignWrites;
import dev.partywall.profile.TenancyDeclaration.NullTenantMeans;
import dev.partywall.profile.TenancyDeclaration.UnsetMeans;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How this database tells its tenants apart: what the profile declares, and what was detected where it is silent.
 *
 * @param settings templates by setting name; {@code {tenant}} stands for the tenant
 * @param memberships how one comes from the person whom the settings name to the tenant, the most used first; empty where
 *     the settings name the tenant
 * @param columns the tenant column of each relation that has one
 * @param tenantType the base type of the tenant id: {@code uuid}, {@code integer}, {@code text}, ...; null when unknown
 * @param evidence what was detected, and from what; empty when everything was declared
 */
public record Tenancy(
        Map<String, String> settings,
        Map<String, String> settingValues,
        Map<String, String> loginRoles,
        List<Membership> memberships,
        Map<RelationName, String> columns,
        @Nullable String tenantColumn,
        @Nullable String tenantType,
        @Nullable TenantRegistry registry,
        List<String> schemas,
        Set<RelationName> shared,
        UnsetMeans unsetMeans,
        NullTenantMeans nullTenantMeans,
        Set<String> systemTenants,
        ForeignWrites foreignWrites,
        List<Evidence> evidence) {

    public Tenancy {
        settings = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        settingValues = Map.copyOf(settingValues);
        loginRoles = Map.copyOf(loginRoles);
        memberships = List.copyOf(memberships);
        columns = Map.copyOf(columns);
        schemas = List.copyOf(schemas);
        shared = Set.copyOf(shared);
        systemTenants = Set.copyOf(systemTenants);
        evidence = List.copyOf(evidence);
    }

    /** The tenant column of a relation, if it has one. */
    public Optional<String> columnOf(RelationName relation) {
        return Optional.ofNullable(columns.get(relation));
    }

    /** The settings to apply for a tenant, with the tenant's value in. */
    public Map<String, String> settingsFor(String tenant) {
        String value = settingValues.getOrDefault(tenant, tenant);
        Map<String, String> applied = new LinkedHashMap<>();
        settings.forEach((name, template) -> applied.put(name, filled(template, value)));
        return applied;
    }

    /** In a document of claims the value stands inside a JSON string: it must not end it. */
    private static String filled(String template, String value) {
        boolean document = !template.equals("{tenant}") && template.strip().startsWith("{");
        String written =
                document ? String.valueOf(JsonStringEncoder.getInstance().quoteAsString(value)) : value;
        return template.replace("{tenant}", written);
    }

    /**
     * What a session has to be on the server to look through the lens.
     *
     * @throws Failure when the settings name a person, and none is known who belongs to the tenant
     */
    public SessionContext contextFor(Lens lens) {
        return switch (lens) {
            case Lens.Tenant tenant -> contextFor(tenant.id());
            case Lens.Nobody nobody -> SessionContext.nobody();
            case Lens.Everyone everyone -> SessionContext.bypass();
        };
    }

    private SessionContext contextFor(String tenant) {
        if (!memberships.isEmpty() && !settingValues.containsKey(tenant)) {
            throw Failure.usage(
                    "Nobody is known who belongs to tenant " + tenant + " alone.",
                    "Name a person of this tenant under settingValues in the profile's tenancy.");
        }
        return new SessionContext(Side.APP, loginRoles.get(tenant), settingsFor(tenant), null, false);
    }

    /** The tenant column of a relation; for the registry its key. */
    public Optional<String> tenantKeyOf(RelationName relation) {
        return registry != null && registry.table().equals(relation) ? Optional.of(registry.key()) : columnOf(relation);
    }

    /** What evaluating policies needs to know of this tenancy. */
    public Knowledge knowledge(CatalogSnapshot snapshot) {
        Map<RelationName, String> keys = new HashMap<>(columns);
        if (registry != null) {
            keys.put(registry.table(), registry.key());
        }
        Map<RelationName, String> persons = new HashMap<>();
        memberships.forEach(membership -> persons.putIfAbsent(membership.table(), membership.person()));
        return new Knowledge(
                snapshot, keys, persons, settings, namesPersons(), !loginRoles.isEmpty(), tenantType, systemTenants);
    }

    /** Whether the settings name somebody the tenant follows from, and not the tenant. */
    public boolean namesPersons() {
        return !settingValues.isEmpty() || !memberships.isEmpty();
    }

    /** The same with what it was concluded from. */
    Tenancy withEvidence(List<Evidence> found) {
        return with(settingValues, found);
    }

    /** The same with a person for each of some tenants, and what that was concluded from. */
    Tenancy withPersons(Map<String, String> persons, Evidence reason) {
        List<Evidence> more = new ArrayList<>(evidence);
        more.add(reason);
        return with(persons, more);
    }

    private Tenancy with(Map<String, String> values, List<Evidence> found) {
        return new Tenancy(
                settings,
                values,
                loginRoles,
                memberships,
                columns,
                tenantColumn,
                tenantType,
                registry,
                schemas,
                shared,
                unsetMeans,
                nullTenantMeans,
                systemTenants,
                foreignWrites,
                found);
    }
}
