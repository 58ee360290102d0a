package dev.partywall.connect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result in memory, every value as the server's text.
 *
 * @param more whether the server had rows beyond the limit
 */
public record Table(List<Heading> headings, List<List<@Nullable String>> rows, boolean more) {
    /**
     * @param type as the server names it: {@code int4}, {@code _text}, ...
     */
    public record Heading(String name, String type) {}
}
