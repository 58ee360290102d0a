package dev.partywall.backfill;

import dev.partywall.catalog.RelationName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a back-fill is to do: a file that can be reviewed, kept and carried out later, also elsewhere.
 *
 * @param createdBy who made it: operating system user and database role
 * @param tables in the order in which they are done: parents before children
 */
public record Plan(
        String schema, Instant createdAt, String createdBy, Identity database, Batches batches, List<Table> tables) {
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
     * One table.
     *
     * @param mapping digest of the mapping file; null where none is used
     * @param columns digest of the table's columns
     * @param guard rows without a tenant at most; with more the plan is not carried out
     * @param counts rows without a tenant by agreement, when the plan was made
     * @param tenants rows each tenant gets; no other tenant is assigned
     * @param before rows each tenant has
     */
    public record Table(
            RelationName table,
            String column,
            Assignment assignment,
            @Nullable String mapping,
            String columns,
            long guard,
            Map<Agreement, Long> counts,
            Map<String, Long> tenants,
            Map<String, Long> before) {
        public Table {
            counts = Map.copyOf(counts);
            tenants = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(tenants));
            before = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(before));
        }

        /** Rows that get a tenant. */
        public long rows() {
            return tenants.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Rows each tenant has afterwards. */
        public Map<String, Long> after() {
            Map<String, Long> after = new java.util.TreeMap<>(before);
            tenants.forEach((tenant, rows) -> after.merge(tenant, rows, Long::sum));
            return after;
        }
    }

    public Plan {
        tables = List.copyOf(tables);
    }

    /** Rows that get a tenant. */
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
