package dev.partywall.profile;

import org.jspecify.annotations.Nullable;

/**
 * One side of a profile.
 *
 * @param url libpq URI, JDBC URL or {@code key=value} DSN, as the person wrote it but without a password
 * @param user the role to log in as; null when the URL or the environment names it
 * @param password where the password is; null when the URL, the environment or {@code .pgpass} has it or none is needed
 */
public record Login(
        String url, @Nullable String user, @Nullable Secret password) {}
