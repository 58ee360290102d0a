package dev.partywall.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a profile says of the tenancy. Everything may be absent (null or empty) and is then detected.
 *
 * @param settings tenant settings by name; the value is a template in which {@code {tenant}} stands for the tenant
 * @param settingValues the value for a tenant where it is not the tenant id
 * @param loginRoles one login role per tenant, instead of a setting
 * @param tenantColumn the usual tenant column
 * @param columns the tenant column of relations that name it differently, by {@code schema.table}
 * @param schemas the schemas to look at; empty means all that are not the system's
 * @param shared relations meant for every tenant, as {@code schema.table}
 * @param unsetMeans what a session without a tenant is meant to see
 * @param nullTenantMeans whose a row without a tenant is meant to be
 * @param systemTenants tenants whose rows everybody may see
 * @param foreignWrites what is meant to happen to a write for another tenant
 */
public record TenancyDeclaration(
        Map<String, String> settings,
        Map<String, String> settingValues,
        Map<String, String> loginRoles,
        @Nullable String tenantColumn,
        Map<String, String> columns,
        @Nullable Registry registry,
        List<String> schemas,
        Set<String> shared,
        @Nullable UnsetMeans unsetMeans,
        @Nullable NullTenantMeans nullTenantMeans,
        Set<String> systemTenants,
        @Nullable ForeignWrites foreignWrites) {

    /** What a session without a tenant is meant to see. */
    public enum UnsetMeans {
        NOTHING,
        EVERYTHING
    }

    /** Whose a row without a tenant is meant to be. */
    public enum NullTenantMeans {
        NOBODY,
        SHARED
    }

    /** What is meant to happen to a write for another tenant. */
    public enum ForeignWrites {
        REJECTED,
        COERCED
    }

    public TenancyDeclaration {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings)); // applied in this order
        settingValues = Map.copyOf(settingValues);
        loginRoles = Map.copyOf(loginRoles);
        columns = Map.copyOf(columns);
        schemas = List.copyOf(schemas);
        shared = Set.copyOf(shared);
        systemTenants = Set.copyOf(systemTenants);
    }

    /** Nothing declared: everything is detected. */
    public static TenancyDeclaration none() {
        return new TenancyDeclaration(
                Map.of(),
                Map.of(),
                Map.of(),
                null,
                Map.of(),
                null,
                java.util.List.of(),
                Set.of(),
                null,
                null,
                Set.of(),
                null);
    }
}
