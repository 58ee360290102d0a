package dev.partywall.backfill;

import dev.partywall.connect.RowMapper;
import dev.partywall.connect.Session;
import dev.partywall.connect.Sql;
import dev.partywall.connect.WriteSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many rows of a table each tenant has. */
final class Counts {
    private Counts() {}

    /** By tenant as the server's text; null for the rows without one. */
    static Map<@Nullable String, Long> perTenant(Session bypass, Target target) {
        return perTenant(bypass, target, Sampling.ALL);
    }

    /** The same, estimated from a sample. */
    static Map<@Nullable String, Long> perTenant(Session bypass, Target target, Sampling sampling) {
        Sql sql = SqlTemplate.fill(
                "per-tenant.sql",
                Map.of("table", target.table(), "column", target.quotedColumn(), "sample", sampling.clause()));
        Map<@Nullable String, Long> counts = collected(bypass.list(sql, entry()));
        counts.replaceAll((tenant, rows) -> sampling.scaled(rows));
        return counts;
    }

    /** Rows without a tenant. */
    static long withoutTenant(WriteSession session, Target target) {
        Sql sql = SqlTemplate.fill("count-null.sql", Map.of("table", target.table(), "column", target.quotedColumn()));
        return session.list(sql, row -> row.number(1)).getFirst();
    }

    private record Entry(@Nullable String tenant, long rows) {}

    private static RowMapper<Entry> entry() {
        return row -> new Entry(row.text(1), row.number(2));
    }

    private static Map<@Nullable String, Long> collected(List<Entry> entries) {
        Map<@Nullable String, Long> counts = new HashMap<>();
        entries.forEach(entry -> counts.put(entry.tenant(), entry.rows()));
        return counts;
    }
}
