package dev.partywall.backfill;

import java.util.List;

/**
 * A row the server refused to change, and what it said.
 *
 * @param key as the server's text, in the order of the key's columns
 */
public record SetAside(List<String> key, String sqlState, String error) {
    public SetAside {
        key = List.copyOf(key);
    }
}
