package dev.partywall.backfill;

import java.util.List;

/**
 * A row without a tenant that an assignment leaves for a person to decide.
 *
 * @param columns what tells the row: the names of its key's columns, {@code ctid} where it has none
 * @param key their values, as the server's text
 * @param tenants those that contradict each other, or the one that is unknown; empty where there is none
 */
public record Undecided(Agreement agreement, List<String> columns, List<String> key, List<String> tenants) {
    public Undecided {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        tenants = List.copyOf(tenants);
    }
}
