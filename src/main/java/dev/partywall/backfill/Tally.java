package dev.partywall.backfill;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the rows of one table so far. */
final class Tally {
    private final long before;
    private long set;
    private final Map<String, Long> tenants = new TreeMap<>();
    private final Map<Agreement, Long> left = new EnumMap<>(Agreement.class);
    private long unplanned;
    private final List<SetAside> aside = new ArrayList<>();

    /** @param before rows that runs before this one had set */
    Tally(long before) {
        this.before = before;
    }

    /** What is left is found anew in each pass. */
    void beginPass() {
        left.clear();
        unplanned = 0;
        aside.clear();
    }

    void add(BatchResult result) {
        if (result.rewritten().isEmpty()) {
            set += result.changedRows();
            result.tenants().forEach((tenant, rows) -> tenants.merge(tenant, rows, Long::sum));
        }
        result.left().forEach((agreement, rows) -> {
            if (agreement == Agreement.ASSIGNABLE) {
                unplanned += rows;
            } else {
                left.merge(agreement, rows, Long::sum);
            }
        });
    }

    void add(SetAside row) {
        aside.add(row);
    }

    long set() {
        return before + set;
    }

    boolean isAside(List<String> key) {
        return aside.stream().anyMatch(row -> row.key().equals(key));
    }

    int aside() {
        return aside.size();
    }

    /** Rows of this pass that were looked at and are still without a tenant. */
    long stillOpen() {
        return left.values().stream().mapToLong(Long::longValue).sum() + unplanned + aside.size();
    }

    /** @param open rows of the table that have no tenant now */
    Outcome.Table outcome(Plan.Table table, long open) {
        long held = Math.max(0, open - stillOpen());
        return new Outcome.Table(
                table.table(),
                table.assignment() instanceof Assignment.Delete,
                set(),
                tenants,
                left,
                unplanned,
                held,
                aside);
    }
}
