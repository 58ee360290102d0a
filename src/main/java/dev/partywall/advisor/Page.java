package dev.partywall.advisor;

import dev.partywall.advisor.scan.Scans;
import dev.partywall.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The page that teaches one word: what it means for tenants, how it is detected, how to fix it, when it is a false alarm.
 *
 * @param markdown the whole text, whose first line is the heading
 */
public record Page(String id, String title, String markdown) {

    /** The page of a rule or scan by its word. */
    public static Optional<Page> of(String id) {
        return Rules.named(id)
                .map(rule -> beside(rule.getClass(), id))
                .or(() -> Scans.named(id).map(scan -> beside(scan.getClass(), id)));
    }

    /**
     * The page that lies beside a class: {@code TableWithoutRowSecurity.md}.
     *
     * @throws IllegalStateException when there is none: each rule has one
     */
    public static Page beside(Class<?> type, String id) {
        String file = type.getSimpleName() + ".md";
        try (InputStream in = type.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no page " + file + " beside " + type.getName());
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Page(id, text.lines().findFirst().orElse(id).replaceFirst("^#+\\s*", ""), text);
        } catch (IOException e) {
            throw Failure.incomplete("The page of " + id + " cannot be read.", "Install Partywall again.", null, e);
        }
    }
}
