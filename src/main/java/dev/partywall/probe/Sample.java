package dev.partywall.probe;

import java.util.Map;

/**
 * One row of a tenant, taken from the bypass side. Never shown.
 *
 * @param exact the row as a JSON object
 * @param fresh the same with new values in its keys, where they can be made up
 * @param key the values of the key columns, by column
 * @param owner the values of the columns that say whose the row is, by column
 * @param parents whose the rows are that it refers to, by constraint; only those that have an owner
 */
public record Sample(
        String exact, String fresh, Map<String, String> key, Map<String, String> owner, Map<String, String> parents) {

    public Sample {
        key = Map.copyOf(key);
        owner = Map.copyOf(owner);
        parents = Map.copyOf(parents);
    }
}
