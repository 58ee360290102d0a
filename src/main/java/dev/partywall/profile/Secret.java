package dev.partywall.profile;

import java.util.List;

/** Where a password is to be found. A profile holds the reference, never the password. */
public sealed interface Secret {
    /** An environment variable. */
    record Env(String name) implements Secret {}

    /** The password file of libpq: PGPASSFILE, or {@code .pgpass} in the home directory. */
    record PgPass() implements Secret {}

    /** The first line a command prints. */
    record Command(List<String> words) implements Secret {
        public Command {
            words = List.copyOf(words);
        }
    }

    /** The keyring of the desktop. */
    record Keyring() implements Secret {}

    /** Asked for when connecting, kept in memory only. */
    record Ask() implements Secret {}
}
