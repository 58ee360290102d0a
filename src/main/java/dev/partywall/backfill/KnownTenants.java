package dev.partywall.backfill;

import dev.partywall.catalog.Identifiers;
import dev.partywall.connect.Session;
import dev.partywall.connect.Sql;
import dev.partywall.failure.Failure;
import dev.partywall.tenancy.Tenancy;
import dev.partywall.tenancy.TenantRegistry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tenants of the registry. Without a registry every value that fits the column counts as known.
 */
final class KnownTenants {
    private final Session bypass;
    private final @Nullable Set<String> ids;
    private final Map<String, Boolean> answered = new HashMap<>();

    private KnownTenants(Session bypass, @Nullable Set<String> ids) {
        this.bypass = bypass;
        this.ids = ids;
    }

    static KnownTenants read(Session bypass, Tenancy tenancy) {
        TenantRegistry registry = tenancy.registry();
        if (registry == null) {
            return new KnownTenants(bypass, null);
        }
        Set<String> ids = new HashSet<>(tenancy.systemTenants());
        String key = Identifiers.quote(registry.key());
        Sql sql = Sql.of(
                "SELECT DISTINCT " + key + "::text FROM " + registry.table().sql() + " WHERE " + key + " IS NOT NULL");
        ids.addAll(bypass.list(sql, row -> row.get(1)));
        return new KnownTenants(bypass, ids);
    }

    /** Whether the value, as the server itself would print it, is one of them. */
    boolean contains(Target target, String tenant) {
        return answered.computeIfAbsent(tenant, text -> !text.isEmpty() && knows(printed(target, text)));
    }

    private boolean knows(@Nullable String tenant) {
        return tenant != null && (ids == null || ids.contains(tenant));
    }

    /** Null where it is no value of the column's type. */
    private @Nullable String printed(Target target, String tenant) {
        Sql cast = Sql.of("SELECT ?::text::" + target.type().text() + "::text", tenant);
        try {
            return bypass.within(() -> bypass.value(cast));
        } catch (Failure noSuchValue) {
            if (noSuchValue.sqlState() == null || !noSuchValue.sqlState().startsWith("22")) {
                throw noSuchValue;
            }
            return null;
        }
    }
}
