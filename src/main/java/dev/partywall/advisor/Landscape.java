package dev.partywall.advisor;

import dev.partywall.access.AccessModel;
import dev.partywall.access.Inspection;
import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Function;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.tenancy.Evidence;
import dev.partywall.tenancy.Tenancy;
import java.lang.ref.SoftReference;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What each relation of a database is to its tenants, looked up once for all the questions of a rule. */
public final class Landscape {
    private static final Map<AccessModel, SoftReference<Landscape>> DRAWN =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final Inspection inspection;
    private final Map<RelationName, Relation> relations = new HashMap<>();
    private final Map<Long, Function> functions = new HashMap<>();
    private final Map<RelationName, Part> parts = new HashMap<>();
    private final Set<RelationName> declaredShared;
    private final List<Relation> inScope;
    private final Reach reach;

    /**
     * The landscape of an inspection. All rules of a run ask about the same one, so it is kept as long as memory allows:
     * drawing it anew for each rule took most of the time on a database of a thousand tables.
     */
    public static Landscape of(Inspection inspection) {
        SoftReference<Landscape> kept = DRAWN.get(inspection.access());
        Landscape known = kept == null ? null : kept.get();
        if (known == null || known.inspection != inspection) {
            known = new Landscape(inspection);
            DRAWN.put(inspection.access(), new SoftReference<>(known));
        }
        return known;
    }

    /** A landscape of its own; rules take {@link #of}. */
    public Landscape(Inspection inspection) {
        this.inspection = inspection;
        CatalogSnapshot snapshot = inspection.snapshot();
        snapshot.relations().forEach(relation -> relations.put(relation.name(), relation));
        snapshot.functions().forEach(function -> functions.put(function.oid(), function));
        this.declaredShared = declaredShared(inspection.tenancy());
        relations.values().forEach(relation -> parts.put(relation.name(), ownPart(relation)));
        markHistories();
        markChildren();
        this.inScope = inScope(inspection.tenancy().schemas());
        this.reach = new Reach(inspection);
    }

    public Inspection inspection() {
        return inspection;
    }

    public Tenancy tenancy() {
        return inspection.tenancy();
    }

    public CatalogSnapshot snapshot() {
        return inspection.snapshot();
    }

    /** What the app role may touch at all. */
    public Reach reach() {
        return reach;
    }

    /** Every relation in the schemas to look at, by name. */
    public List<Relation> relations() {
        return inScope;
    }

    private List<Relation> inScope(List<String> schemas) {
        return relations.values().stream()
                .filter(relation ->
                        schemas.isEmpty() || schemas.contains(relation.name().schema()))
                .sorted(Comparator.comparing(Relation::name))
                .toList();
    }

    /** The tables and partitions among them. */
    public List<Relation> tables() {
        return relations().stream().filter(Relation::isTable).toList();
    }

    /** The tables whose rows belong to tenants by a column of their own. */
    public List<Relation> tenantTables() {
        return tables().stream().filter(table -> part(table) == Part.TENANT).toList();
    }

    public Optional<Relation> relation(@Nullable RelationName name) {
        return Optional.ofNullable(relations.get(name));
    }

    public Optional<Function> function(long oid) {
        return Optional.ofNullable(functions.get(oid));
    }

    public Part part(Relation relation) {
        return parts.getOrDefault(relation.name(), Part.SHARED);
    }

    /** Whether its rows are some tenant's: by a column, by a parent, or as copies. */
    public boolean holdsTenantRows(Relation relation) {
        return relation.kind() != Relation.Kind.VIEW
                && switch (part(relation)) {
                    case TENANT, CHILD, HISTORY -> true;
                    case REGISTRY, SHARED -> false;
                };
    }

    /** The tenant column: the one the tenancy names, else the usual name, else a foreign key to the registry. */
    public Optional<Column> tenantColumn(Relation relation) {
        Optional<String> name = tenancy().columnOf(relation.name());
        // A tenant inside a document is not a column with an index, a default or a type of its own.
        Optional<Column> named = name.or(() -> Optional.ofNullable(tenancy().tenantColumn()))
                .flatMap(relation::column)
                .filter(column -> !column.baseType().startsWith("json"));
        return named.or(() -> registryKey(relation));
    }

    private Optional<Column> registryKey(Relation relation) {
        return relation.foreignKeys().stream()
                .filter(key -> isRegistry(key.references()) && key.columns().size() == 1)
                .findFirst()
                .flatMap(key -> relation.column(key.columns().getFirst()));
    }

    /** Whether the name is that of the table that lists the tenants. */
    public boolean isRegistry(@Nullable RelationName name) {
        return name != null
                && tenancy().registry() != null
                && tenancy().registry().table().equals(name);
    }

    /** Declared by a person. What detection merely takes for shared has to answer for itself. */
    public boolean isDeclaredShared(Relation relation) {
        return declaredShared.contains(relation.name());
    }

    private static Set<RelationName> declaredShared(Tenancy tenancy) {
        Set<String> detected = tenancy.evidence().stream()
                .filter(evidence -> evidence.part().equals("shared"))
                .map(Evidence::value)
                .collect(Collectors.toSet());
        return tenancy.shared().stream()
                .filter(name -> !detected.contains(name.toString()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Part ownPart(Relation relation) {
        if (isDeclaredShared(relation)) {
            return Part.SHARED;
        }
        if (isRegistry(relation.name())) {
            return Part.REGISTRY;
        }
        return tenantColumn(relation).isPresent() ? Part.TENANT : Part.SHARED;
    }

    private void markHistories() {
        Histories histories = new Histories(relations.values(), functions, this::isTenantTable);
        histories.tables().stream()
                .filter(name -> parts.get(name) == Part.SHARED)
                .filter(name -> !declaredShared.contains(name))
                .forEach(name -> parts.put(name, Part.HISTORY));
    }

    private boolean isTenantTable(RelationName name) {
        return parts.get(name) == Part.TENANT;
    }

    private void markChildren() {
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Relation relation : relations.values()) {
                if (isOrphan(relation) && parentOf(relation).isPresent()) {
                    parts.put(relation.name(), Part.CHILD);
                    grown = true;
                }
            }
        }
    }

    private boolean isOrphan(Relation relation) {
        return part(relation) == Part.SHARED && !isDeclaredShared(relation);
    }

    /** The foreign key by which a table's rows belong to a tenant's rows; the one that must be filled in goes first. */
    public Optional<Constraint> parentOf(Relation child) {
        return child.foreignKeys().stream()
                .filter(key -> key.references() != null && !key.references().equals(child.name()))
                .filter(key -> leadsToTenant(key.references()))
                .min(Comparator.comparing(key -> !required(child, key)));
    }

    private boolean leadsToTenant(@Nullable RelationName parent) {
        Part part = parts.get(parent);
        return part == Part.TENANT || part == Part.CHILD;
    }

    private static boolean required(Relation child, Constraint key) {
        return key.columns().stream()
                .allMatch(name -> child.column(name).map(Column::notNull).orElse(false));
    }
}
