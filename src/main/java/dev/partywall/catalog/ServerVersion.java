package dev.partywall.catalog;

/**
 * The server's version.
 *
 * @param number as {@code server_version_num}, 180006 say
 * @param text as {@code server_version}
 */
public record ServerVersion(int number, String text) {
    public int major() {
        return number / 10000;
    }
}
