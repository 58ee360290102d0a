package dev.partywall.profile;

import org.jspecify.annotations.Nullable;

/**
 * One side of a profile.
 *
 * @param url libpq URI, JDBC URL or {@code key=value} DSN, as the person wrote it. A password in it is used, but never
 *     saved or shown
 * @param user the role to log in as; null when the URL or the environment names it
 * @param password where the password is; null when the URL, the environment or {@code .pgpass} has it or none is needed
 */
public record Login(
        String url, @Nullable String user, @Nullable Secret password) {
    /** The same place as another role, whose password is found in the same way. */
    public Login as(String otherUser) {
        return new Login(url, otherUser, password);
    }

    @Override
    public String toString() {
        return "Login[url=" + Redaction.shown(url) + ", user=" + user + ", password=" + password + "]";
    }
}
