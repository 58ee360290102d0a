package dev.partywall.profile;

import dev.partywall.profile.TenancyDeclaration.ForeignWrites;
import dev.partywall.profile.TenancyDeclaration.NullTenantMeans;
import dev.partywall.profile.TenancyDeclaration.UnsetMeans;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code tenancy} object of a saved profile; what is not declared is not written. */
final class TenancyJson {
    static final List<String> FIELDS = List.of(
            "settings",
            "settingValues",
            "loginRoles",
            "tenantColumn",
            "columns",
            "registry",
            "schemas",
            "shared",
            "unsetMeans",
            "nullTenantMeans",
            "systemTenants",
            "foreignWrites");
    private static final List<String> REGISTRY = List.of("table", "key", "label", "status");

    private TenancyJson() {}

    static TenancyDeclaration read(Fields fields) {
        return new TenancyDeclaration(
                fields.map("settings"),
                fields.map("settingValues"),
                fields.map("loginRoles"),
                fields.text("tenantColumn"),
                fields.map("columns"),
                fields.has("registry") ? registry(fields.object("registry", REGISTRY)) : null,
                fields.texts("schemas"),
                new LinkedHashSet<>(fields.texts("shared")),
                fields.word("unsetMeans", UnsetMeans.values()),
                fields.word("nullTenantMeans", NullTenantMeans.values()),
                new LinkedHashSet<>(fields.texts("systemTenants")),
                fields.word("foreignWrites", ForeignWrites.values()));
    }

    private static Registry registry(Fields fields) {
        return new Registry(
                fields.required("table"), fields.required("key"), fields.text("label"), fields.text("status"));
    }

    static Map<String, Object> fields(TenancyDeclaration tenancy) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "settings", tenancy.settings());
        put(fields, "settingValues", tenancy.settingValues());
        put(fields, "loginRoles", tenancy.loginRoles());
        put(fields, "tenantColumn", tenancy.tenantColumn());
        put(fields, "columns", tenancy.columns());
        put(fields, "registry", tenancy.registry() == null ? null : fields(tenancy.registry()));
        put(fields, "schemas", tenancy.schemas());
        put(fields, "shared", tenancy.shared());
        put(fields, "unsetMeans", tenancy.unsetMeans());
        put(fields, "nullTenantMeans", tenancy.nullTenantMeans());
        put(fields, "systemTenants", tenancy.systemTenants());
        put(fields, "foreignWrites", tenancy.foreignWrites());
        return fields;
    }

    private static Map<String, Object> fields(Registry registry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "table", registry.table());
        put(fields, "key", registry.key());
        put(fields, "label", registry.label());
        put(fields, "status", registry.status());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        boolean absent = switch (value) {
            case null -> true;
            case Map<?, ?> map -> map.isEmpty();
            case Collection<?> collection -> collection.isEmpty();
            default -> false;
        };
        if (!absent && value != null) {
            fields.put(name, value instanceof Enum<?> constant ? word(constant) : value);
        }
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
