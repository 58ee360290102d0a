package dev.partywall.probe;

import dev.partywall.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** One kind of attempt. Its page lies beside its class and bears its name. */
public interface Probe {
    /** The word that reports use. */
    String id();

    /** SELECT, INSERT, UPDATE, DELETE, MERGE or TRUNCATE. */
    String command();

    /** Whether it sends a statement that would write if it were let through. */
    default boolean writes() {
        return true;
    }

    /** Whether it judges what was seen before, and sends nothing itself. */
    default boolean looksOnly() {
        return false;
    }

    /** Whether it judges what was seen with settings that are no tenant's, which other probes do not. */
    default boolean guesses() {
        return false;
    }

    /** Whether it makes sense on this relation in this session at all; nothing is reported where it does not. */
    boolean applies(Trial trial);

    /** Tries, and says what it showed. */
    Verdict attempt(Trial trial);

    /**
     * What {@code partywall explain} shows, in Markdown; the first line is the heading.
     *
     * @throws IllegalStateException when there is no page: each probe has one
     */
    default String page() {
        String file = getClass().getSimpleName() + ".md";
        try (InputStream in = getClass().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no page " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Failure.incomplete("The page of " + id() + " cannot be read.", "Install Partywall again.", null, e);
        }
    }
}
