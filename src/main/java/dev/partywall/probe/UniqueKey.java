package dev.partywall.probe;

import java.util.List;

/** A unique or exclusion constraint, or a unique index, and the columns it is about. */
public record UniqueKey(String name, List<String> columns) {
    public UniqueKey {
        columns = List.copyOf(columns);
    }
}
