package dev.partywall.browse;

import dev.partywall.connect.Lens;
import java.util.List;

/**
 * For whom a row is visible, as the server answered each of them.
 *
 * @param viewers nobody (never set), nobody (empty), then tenants by id
 * @param more whether there are tenants that were not asked
 */
public record Viewers(List<Viewer> viewers, boolean more) {
    /**
     * One of them.
     *
     * @param label in words: {@code tenant acme}, {@code nobody}
     * @param lens through whom the window would look
     * @param sees an error where the read ends in one
     */
    public record Viewer(String label, Lens lens, Truth sees) {}

    public Viewers {
        viewers = List.copyOf(viewers);
    }

    /** Those that see the row. */
    public List<Viewer> seeing() {
        return viewers.stream().filter(viewer -> viewer.sees().isTrue()).toList();
    }
}
