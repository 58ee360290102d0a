package dev.partywall.backfill;

import dev.partywall.catalog.RelationName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What came of carrying out a plan.
 *
 * @param stopped whether somebody stopped it; it can be resumed
 */
public record Outcome(Path journal, boolean stopped, List<Table> tables) {
    /**
     * @param deleting whether rows were deleted instead
     * @param set rows that got a tenant, or went, in this run and those it resumed
     * @param tenants those of this run by tenant
     * @param left rows looked at and left alone, by why
     * @param unplanned rows that would have got a tenant the plan does not name
     * @param held rows that others held until the end
     */
    public record Table(
            RelationName table,
            boolean deleting,
            long set,
            Map<String, Long> tenants,
            Map<Agreement, Long> left,
            long unplanned,
            long held,
            List<SetAside> aside) {
        public Table {
            tenants = Map.copyOf(tenants);
            left = Map.copyOf(left);
            aside = List.copyOf(aside);
        }
    }

    public Outcome {
        tables = List.copyOf(tables);
    }

    /** Rows that got a tenant. */
    public long set() {
        return tables.stream().mapToLong(Table::set).sum();
    }

    /** Whether every row that could get a tenant got it. */
    public boolean complete() {
        return !stopped
                && tables.stream()
                        .allMatch(table -> table.aside().isEmpty() && table.held() == 0 && table.unplanned() == 0);
    }
}
