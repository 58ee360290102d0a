package dev.partywall.connect;

import dev.partywall.failure.Failure;

/** The oldest PostgreSQL that Partywall reads. */
final class OldestServer {
    static final int MAJOR = 14;

    private OldestServer() {}

    /** @throws Failure for an older one */
    static void require(int major) {
        if (major < MAJOR) {
            throw Failure.incomplete(
                    "The server is PostgreSQL " + major + ", and Partywall needs " + MAJOR + " or newer.",
                    "Try it on a copy of the database in a newer server.");
        }
    }
}
