package dev.partywall.backfill;

import dev.partywall.catalog.RelationName;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of carrying out a plan in a transaction that was rolled back. */
public record Rehearsal(List<Table> tables) {
    /**
     * @param sampled whether only some rows were tried, because all would have been locked too long
     * @param tried rows that were to change
     * @param changed those that did, before they were rolled back
     * @param before rows of each tenant
     * @param after rows of each tenant when the plan is carried out; by the plan where only some were tried
     * @param rows a few of those that changed
     * @param aside rows the server refused to change, and what it said: what to expect
     * @param left rows looked at and left alone, by why
     * @param sideEffects what else changes with the tenant, one sentence each
     * @param planned rows that are to change
     * @param time it is likely to take
     * @param walBytes of write-ahead log it is likely to write, with what others wrote meanwhile
     */
    public record Table(
            RelationName table,
            boolean sampled,
            long tried,
            long changed,
            Map<String, Long> before,
            Map<String, Long> after,
            List<Sample> rows,
            List<SetAside> aside,
            Map<Agreement, Long> left,
            List<String> sideEffects,
            long planned,
            Duration time,
            long walBytes) {
        public Table {
            before = Collections.unmodifiableMap(new TreeMap<>(before));
            after = Collections.unmodifiableMap(new TreeMap<>(after));
            rows = List.copyOf(rows);
            aside = List.copyOf(aside);
            left = Map.copyOf(left);
            sideEffects = List.copyOf(sideEffects);
        }
    }

    /**
     * One row.
     *
     * @param key as the server's text, in the order of the key's columns
     * @param tenant what it got; empty where it was deleted
     */
    public record Sample(List<String> key, String tenant) {}

    public Rehearsal {
        tables = List.copyOf(tables);
    }

    /** Whether nothing was refused. */
    public boolean clean() {
        return tables.stream().allMatch(table -> table.aside().isEmpty());
    }
}
