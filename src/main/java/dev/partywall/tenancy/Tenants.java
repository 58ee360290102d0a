package dev.partywall.tenancy;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Index;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Row;
import dev.partywall.connect.Session;
import dev.partywall.connect.Sql;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who the tenants are: from the registry, or from the data where there is none. Every method wants a session that sees
 * all rows, and costs a bounded number of small statements however large the tables are.
 */
public final class Tenants {
    private static final int MOST_TABLES = 5;

    private final CatalogSnapshot snapshot;
    private final Tenancy tenancy;

    public Tenants(CatalogSnapshot snapshot, Tenancy tenancy) {
        this.snapshot = snapshot;
        this.tenancy = tenancy;
    }

    /** The first tenants by id. */
    public List<Tenant> list(Session bypass, int limit) {
        TenantRegistry registry = tenancy.registry();
        return registry == null
                ? inData(bypass, limit)
                : bypass.list(TenantQueries.registry(registry, null, limit), Tenants::tenant);
    }

    /** Tenants whose id or label contains a text, regardless of case. */
    public List<Tenant> search(Session bypass, String text, int limit) {
        TenantRegistry registry = tenancy.registry();
        if (registry != null) {
            return bypass.list(TenantQueries.registry(registry, text, limit), Tenants::tenant);
        }
        String wanted = text.toLowerCase(java.util.Locale.ROOT);
        return inData(bypass, 10_000).stream()
                .filter(tenant -> tenant.id().toLowerCase(java.util.Locale.ROOT).contains(wanted))
                .limit(limit)
                .toList();
    }

    /**
     * The tenant with this id. One that the registry does not know, or that has no rows, is still one to look as.
     *
     * @throws dev.partywall.failure.Failure when the id does not fit the tenant type; the server is not asked then
     */
    public Tenant named(Session bypass, String id) {
        TenantType.check(id, tenancy.tenantType());
        TenantRegistry registry = tenancy.registry();
        Optional<Tenant> known = registry == null
                ? Optional.empty()
                : bypass.list(TenantQueries.one(registry, id), Tenants::tenant).stream()
                        .findFirst();
        return known.orElseGet(() -> new Tenant(id, null, null));
    }

    /** Tenants found in the tables' rows, walking each table's tenant column from value to value. */
    public List<Tenant> inData(Session bypass, int limit) {
        Map<String, Tenant> found = new LinkedHashMap<>();
        for (Relation table : tables()) {
            String column = tenancy.columnOf(table.name()).orElseThrow();
            walk(bypass, table, column, limit, found);
        }
        return found.values().stream()
                .sorted(Comparator.comparing(Tenant::id))
                .limit(limit)
                .toList();
    }

    private void walk(Session bypass, Relation table, String column, int limit, Map<String, Tenant> found) {
        String type = table.column(column).map(Column::type).orElse("text");
        String last = null;
        for (int step = 0; step < limit; step++) {
            List<String> next = bypass.list(TenantQueries.next(table.name(), column, last, type), row -> row.get(1));
            if (next.isEmpty()) {
                return;
            }
            last = next.getFirst();
            found.putIfAbsent(last, new Tenant(last, null, null));
        }
    }

    /**
     * A handful that is worth probing with: those with the most and the fewest rows, the first and the last, one that
     * is not active, one with odd characters. Tenants with rows go first, for only they can be seen leaking.
     */
    public List<Tenant> handful(Session bypass, int count) {
        List<Tenant> known = list(bypass, 200);
        List<Tenant> pool = known.size() >= 2 ? known : inData(bypass, 50);
        Map<Tenant, Long> rows = rows(bypass, pool);
        return Handful.of(pool, rows, count);
    }

    private Map<Tenant, Long> rows(Session bypass, List<Tenant> pool) {
        Map<Tenant, Long> rows = new LinkedHashMap<>();
        List<Relation> tables = tables();
        for (Tenant tenant : pool.subList(0, Math.min(40, pool.size()))) {
            long sum = 0;
            for (Relation table : tables) {
                sum += rows(bypass, table.name(), tenant.id());
            }
            rows.put(tenant, sum);
        }
        return rows;
    }

    private long rows(Session bypass, RelationName table, String tenant) {
        String column = tenancy.columnOf(table).orElseThrow();
        Sql sql = TenantQueries.rows(table, column, tenant, 1_000);
        return Long.parseLong(bypass.value(sql));
    }

    /** A few tables to ask: those with an index on the tenant column, or small ones; views and partitions left out. */
    private List<Relation> tables() {
        return snapshot.relations().stream()
                .filter(relation -> relation.isTable() && !relation.partitionOf())
                .filter(relation -> tenancy.columnOf(relation.name()).isPresent())
                .sorted(Comparator.comparingInt((Relation relation) -> cheap(relation) ? 0 : 1)
                        .thenComparing(Comparator.comparingDouble(Relation::estimatedRows)
                                .reversed())
                        .thenComparing(Relation::name))
                .limit(MOST_TABLES)
                .toList();
    }

    private boolean cheap(Relation relation) {
        String column = Identifiers.quote(tenancy.columnOf(relation.name()).orElseThrow());
        boolean indexed = relation.indexes().stream()
                .filter(index -> index.method().equals("btree") && index.predicate() == null)
                .map(Index::keys)
                .anyMatch(keys -> !keys.isEmpty() && keys.getFirst().equals(column));
        return indexed || relation.estimatedRows() < 10_000;
    }

    private static Tenant tenant(Row row) {
        return new Tenant(row.get(1), row.text(2), row.text(3));
    }
}
