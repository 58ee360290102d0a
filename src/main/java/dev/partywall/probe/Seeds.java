package dev.partywall.probe;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.ProbeSession;
import dev.partywall.connect.ProbeSession.Attempt;
import dev.partywall.connect.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes up a row for each of two tenants, with a value in every column that needs one, so that no sequence is asked. */
final class Seeds {
    private final ProbeSession session;
    private final CatalogSnapshot snapshot;
    private final List<String> tenants;
    /** The keys of the rows put in, by relation and tenant. */
    private final Map<RelationName, Map<String, Map<String, String>>> planted = new LinkedHashMap<>();

    Seeds(ProbeSession session, CatalogSnapshot snapshot, List<String> tenants) {
        this.session = session;
        this.snapshot = snapshot;
        this.tenants = tenants;
    }

    /** Tables only, each after those it refers to. */
    static List<Ground> parentsFirst(List<Ground> grounds) {
        Map<RelationName, Ground> tables = new LinkedHashMap<>();
        grounds.stream()
                .filter(ground -> ground.target().relation().isTable())
                .filter(ground -> !ground.target().relation().partitionOf())
                .forEach(ground -> tables.put(ground.target().relation().name(), ground));
        Set<RelationName> placed = new LinkedHashSet<>();
        tables.keySet().forEach(name -> place(name, tables, placed, new LinkedHashSet<>()));
        return placed.stream().map(tables::get).filter(Objects::nonNull).toList();
    }

    private static void place(
            RelationName name, Map<RelationName, Ground> tables, Set<RelationName> placed, Set<RelationName> above) {
        Ground ground = tables.get(name);
        if (ground == null || placed.contains(name) || !above.add(name)) {
            return;
        }
        ground.target().relation().foreignKeys().stream()
                .map(Constraint::references)
                .filter(Objects::nonNull)
                .forEach(parent -> place(parent, tables, placed, above));
        placed.add(name);
    }

    /** @return why it could not be done; empty where both rows are in */
    Optional<String> plant(Target target) {
        Guards guards = target.guarded();
        if (guards.on(Privilege.INSERT) && (guards.beyond().isPresent() || guards.counts())) {
            return Optional.of("a trigger may do what no rollback undoes.");
        }
        for (String tenant : tenants) {
            Attempt attempt = session.keep(insert(target, tenant));
            if (attempt instanceof Attempt.Refused refused) {
                return Optional.of(refused.message() + " (" + refused.sqlState() + ")");
            }
            remember(target, tenant);
        }
        return Optional.empty();
    }

    private Sql insert(Target target, String tenant) {
        Map<String, String> expressions = new LinkedHashMap<>();
        List<@Nullable Object> values = new ArrayList<>();
        Map<String, String> pointing = pointing(target.relation(), tenant);
        for (Column column : target.relation().columns()) {
            String given = pointing.get(column.name());
            boolean owner = target.ownership() instanceof Ownership.Own own
                    && own.column().equals(column.name());
            if (owner || given != null) {
                expressions.put(column.name(), "CAST(? AS " + target.baseTypeOf(column.name()) + ")");
                values.add(owner ? tenant : given);
            } else if (isNeeded(target, column)) {
                expressions.put(column.name(), MadeUp.value(target, column));
            }
        }
        String identity =
                target.relation().columns().stream().anyMatch(Column::identity) ? " OVERRIDING SYSTEM VALUE" : "";
        return new Sql(
                "INSERT INTO " + target.sql() + " ("
                        + expressions.keySet().stream().map(Identifiers::quote).collect(Collectors.joining(", ")) + ")"
                        + identity + " SELECT " + String.join(", ", expressions.values()),
                values);
    }

    private static boolean isNeeded(Target target, Column column) {
        boolean counts = column.identity()
                || (column.defaultExpression() != null
                        && column.defaultExpression().contains("nextval("));
        boolean missing = column.notNull() && column.defaultExpression() == null;
        return !column.generated() && (counts || missing || target.key().contains(column.name()));
    }

    /** What foreign keys point at: the made-up parent of the same tenant, or any row where the parent is nobody's. */
    private Map<String, String> pointing(Relation relation, String tenant) {
        Map<String, String> pointing = new LinkedHashMap<>();
        for (Constraint key : relation.foreignKeys()) {
            RelationName parent = Objects.requireNonNull(key.references());
            Map<String, String> row = planted.getOrDefault(parent, Map.of()).getOrDefault(tenant, Map.of());
            boolean required = key.columns().stream()
                    .anyMatch(column ->
                            relation.column(column).map(Column::notNull).orElse(false));
            if (row.keySet().containsAll(key.referencedColumns())) {
                IntStream.range(0, key.columns().size())
                        .forEach(i -> pointing.put(
                                key.columns().get(i),
                                row.get(key.referencedColumns().get(i))));
            } else if (required && !planted.containsKey(parent)) {
                pointing.putAll(any(key, parent));
            }
        }
        return pointing;
    }

    private Map<String, String> any(Constraint key, RelationName parent) {
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < key.columns().size(); i++) {
            String column = key.columns().get(i);
            session.list(
                    Sql.of("SELECT CAST(p."
                            + Identifiers.quote(key.referencedColumns().get(i)) + " AS text) FROM " + parent.sql()
                            + " p ORDER BY 1 LIMIT 1"),
                    row -> found.put(column, row.get(1)));
        }
        return found;
    }

    /** Every column of the row, for those that will point at it. */
    private void remember(Target target, String tenant) {
        Relation relation = snapshot.relation(target.relation().name()).orElse(target.relation());
        List<String> columns = relation.columns().stream().map(Column::name).toList();
        String texts = columns.stream()
                .map(column -> "CAST(t." + Identifiers.quote(column) + " AS text)")
                .collect(Collectors.joining(", "));
        session.list(
                Sql.of("SELECT " + texts + " FROM " + target.sql() + " t WHERE " + target.is("t") + " LIMIT 1", tenant),
                row -> {
                    Map<String, String> values = new LinkedHashMap<>();
                    for (int i = 0; i < columns.size(); i++) {
                        String value = row.text(i + 1);
                        if (value != null) {
                            values.put(columns.get(i), value);
                        }
                    }
                    return planted.computeIfAbsent(relation.name(), any -> new LinkedHashMap<>())
                            .put(tenant, values);
                });
    }
}
