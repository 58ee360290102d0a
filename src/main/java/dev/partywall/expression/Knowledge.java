package dev.partywall.expression;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is known of the tenancy when an expression is evaluated. */
public final class Knowledge {
    private static final Pattern LENGTH = Pattern.compile("\\((\\d+)\\)");

    private final Map<RelationName, Relation> relations = new HashMap<>();
    private final Map<RelationName, String> tenantColumns;
    private final Map<RelationName, String> persons;
    private final Map<String, String> settings = new HashMap<>();
    private final boolean principals;
    private final boolean loginRoles;
    private final @Nullable String tenantType;
    private final Set<String> systemTenants;
    private final FunctionBodies bodies;
    private final int longestTenant;
    private final Map<String, Expression> read = new ConcurrentHashMap<>();
    private @Nullable String user;

    /**
     * @param tenantColumns the column that holds the tenant, the registry's key included
     * @param persons the column that holds the person, of relations that tell which tenant a person belongs to
     * @param settings templates by setting name
     * @param principals the settings hold somebody the tenant follows from, not the tenant itself
     * @param loginRoles every tenant logs in as a role of its own
     * @param tenantType base type of the tenant id; null when unknown
     */
    public Knowledge(
            CatalogSnapshot snapshot,
            Map<RelationName, String> tenantColumns,
            Map<RelationName, String> persons,
            Map<String, String> settings,
            boolean principals,
            boolean loginRoles,
            @Nullable String tenantType,
            Set<String> systemTenants) {
        snapshot.relations().forEach(relation -> relations.put(relation.name(), relation));
        this.tenantColumns = Map.copyOf(tenantColumns);
        this.persons = Map.copyOf(persons);
        settings.forEach((name, template) -> this.settings.put(name.toLowerCase(Locale.ROOT), template));
        this.principals = principals;
        this.loginRoles = loginRoles;
        this.tenantType = tenantType;
        this.systemTenants = Set.copyOf(systemTenants);
        this.bodies = new FunctionBodies(snapshot);
        this.longestTenant = longest();
    }

    public Optional<Relation> relation(RelationName name) {
        return Optional.ofNullable(relations.get(name));
    }

    /** The relation of that name, when only one schema has it. */
    Optional<Relation> onlyRelation(String name) {
        List<Relation> found = relations.values().stream()
                .filter(relation -> relation.name().name().equals(name))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The same, for a session that is logged in as this role. */
    public Knowledge loggedInAs(String role) {
        this.user = role;
        return this;
    }

    @Nullable
    String user() {
        return user;
    }

    /** An expression read from its text, with its functions opened in place. Each text is read once. */
    public Expression read(String sql) {
        return read.computeIfAbsent(sql, text -> bodies.open(Expression.parse(text)));
    }

    public FunctionBodies bodies() {
        return bodies;
    }

    public Optional<String> tenantColumn(RelationName relation) {
        return Optional.ofNullable(tenantColumns.get(relation));
    }

    /** Whether the column tells which person a row of a membership is about. */
    boolean isPerson(RelationName relation, String column) {
        return principals && column.equals(persons.get(relation));
    }

    /** The template of a tenant setting; names of settings do not differ by case. */
    public Optional<String> template(String setting) {
        return Optional.ofNullable(settings.get(setting.toLowerCase(Locale.ROOT)));
    }

    public Set<String> settings() {
        return Set.copyOf(settings.keySet());
    }

    boolean principals() {
        return principals;
    }

    boolean loginRoles() {
        return loginRoles;
    }

    String tenantType() {
        return tenantType == null ? "text" : tenantType;
    }

    boolean isSystemTenant(String tenant) {
        return systemTenants.contains(tenant);
    }

    /** How long a tenant id can be, as far as the column types bound it. */
    int longestTenant() {
        return longestTenant;
    }

    private int longest() {
        return tenantColumns.entrySet().stream()
                .flatMap(entry -> relation(entry.getKey()).flatMap(r -> r.column(entry.getValue())).stream())
                .mapToInt(Knowledge::length)
                .max()
                .orElse(Integer.MAX_VALUE);
    }

    private static int length(Column column) {
        Matcher length = LENGTH.matcher(column.type());
        return column.type().startsWith("character varying") && length.find()
                ? Integer.parseInt(length.group(1))
                : Integer.MAX_VALUE;
    }
}
