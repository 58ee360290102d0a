package dev.partywall.connect;

import java.time.Duration;

/** How long the server may take before it gives up, set in every transaction. */
final class Timeouts {
    /** Reads of the catalogue and of tenant data. */
    static final Duration READ = Duration.ofMinutes(5);
    /** One attempt of a probe. */
    static final Duration PROBE = Duration.ofSeconds(30);
    /** One statement of a back-fill. */
    static final Duration WRITE = Duration.ofMinutes(10);
    /** Waiting for a lock. */
    static final Duration LOCK = Duration.ofSeconds(5);
    /** Waiting for a lock in a probe: nobody's work may queue up behind it. */
    static final Duration PROBE_LOCK = Duration.ofMillis(500);

    private Timeouts() {}
}
