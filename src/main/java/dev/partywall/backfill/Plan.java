package dev.partywall.backfill;

import dev.partywall.catalog.RelationName;
import dev.partywall.failure.Failure;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a back-fill is to do: a file that can be reviewed, kept and carried out later, also elsewhere.
 *
 * @param createdBy who made it: operating system user and database role
 * @param triggersOff whether rows are set with {@code session_replication_role = replica}: no trigger fires and no foreign
 *     key is checked
 * @param tables in the order in which they are done: parents before children
 */
public record Plan(
        String schema,
        Instant createdAt,
        String createdBy,
        Identity database,
        Batches batches,
        Limits limits,
        boolean triggersOff,
        List<Table> tables) {
    public static final String SCHEMA = "partywall.backfill/1";

    /**
     * Which database it is.
     *
     * @param system {@code system_identifier} of the cluster
     * @param oid of the database in it
     */
    public record Identity(String name, String system, String oid, String serverVersion) {
        /** Whether rows and transactions of the one are those of the other. */
        boolean same(Identity other) {
            return system.equals(other.system) && oid.equals(other.oid);
        }
    }

    /**
     * How it goes about.
     *
     * @param lockMillis how long a batch may hold its locks
     * @param first rows of the first batch
     * @param largest rows of a batch at most
     */
    public record Batches(int lockMillis, int first, int largest) {
        public static final Batches USUAL = new Batches(250, 500, 20_000);
    }

    /**
     * When it waits for others.
     *
     * @param lagBytes of write-ahead log that the slowest replica may be behind; 0 for no limit
     * @param activeSessions of others that may be at work on the server; 0 for no limit
     */
    public record Limits(long lagBytes, int activeSessions) {
        public static final Limits USUAL = new Limits(256L << 20, 0);
    }

    /**
     * One table.
     *
     * @param mapping digest of the mapping file; null where none is used
     * @param columns the types of the table's columns by name; with others the plan is not carried out
     * @param guard rows without a tenant at most; with more the plan is not carried out
     * @param confirmed how many rows somebody agreed to delete; null where nobody did or nothing is deleted
     * @param counts rows without a tenant by agreement, when the plan was made
     * @param tenants rows each tenant gets; no other tenant is assigned
     * @param before rows each tenant has
     */
    public record Table(
            RelationName table,
            String column,
            Assignment assignment,
            @Nullable String mapping,
            Map<String, String> columns,
            long guard,
            @Nullable Long confirmed,
            Map<Agreement, Long> counts,
            Map<String, Long> tenants,
            Map<String, Long> before) {
        public Table {
            columns = sorted(columns);
            counts = sorted(counts);
            tenants = sorted(tenants);
            before = sorted(before);
        }

        /** Rows that get a tenant, or go. */
        public long rows() {
            return tenants.values().stream().mapToLong(Long::longValue).sum() + deletions();
        }

        /** Rows that go. */
        public long deletions() {
            return counts.getOrDefault(Agreement.DELETABLE, 0L);
        }

        private Table agreed() {
            return new Table(table, column, assignment, mapping, columns, guard, deletions(), counts, tenants, before);
        }

        /** Rows each tenant has afterwards. */
        public Map<String, Long> after() {
            Map<String, Long> after = new TreeMap<>(before);
            tenants.forEach((tenant, rows) -> after.merge(tenant, rows, Long::sum));
            return after;
        }
    }

    public Plan {
        tables = List.copyOf(tables);
    }

    private static <K extends Comparable<K>, V> Map<K, V> sorted(Map<K, V> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }

    /** Rows that get a tenant, or go. */
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    /** Rows that go. */
    public long deletions() {
        return tables.stream().mapToLong(Table::deletions).sum();
    }

    public Plan with(Batches other) {
        return new Plan(schema, createdAt, createdBy, database, other, limits, triggersOff, tables);
    }

    public Plan with(Limits other) {
        return new Plan(schema, createdAt, createdBy, database, batches, other, triggersOff, tables);
    }

    /** The same, done without triggers and without the checks of foreign keys. */
    public Plan withoutTriggers() {
        return new Plan(schema, createdAt, createdBy, database, batches, limits, true, tables);
    }

    /** The same, once somebody said how many rows are to be deleted in all. */
    public Plan confirmed(long rows) {
        if (rows != deletions()) {
            throw Failure.usage(
                    rows + " rows were confirmed to be deleted, and the plan deletes " + deletions() + ".",
                    "Look at the plan again, then confirm the number it says.");
        }
        List<Table> agreed = tables.stream()
                .map(table -> table.deletions() == 0 ? table : table.agreed())
                .toList();
        return new Plan(schema, createdAt, createdBy, database, batches, limits, triggersOff, agreed);
    }
}
