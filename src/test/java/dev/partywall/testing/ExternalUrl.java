package dev.partywall.testing;

import java.util.Objects;
import java.util.Properties;
import org.postgresql.Driver;

/** Reads {@code partywall.test.url}. */
final class ExternalUrl {
    private ExternalUrl() {}

    static ServerUnderTest parse(String url) {
        Properties parts = Driver.parseURL(url, new Properties());
        if (parts == null || parts.getProperty("user") == null) {
            throw new IllegalArgumentException(
                    "partywall.test.url must be jdbc:postgresql://HOST:PORT/?user=SUPERUSER");
        }
        String address = "jdbc:postgresql://" + parts.getProperty("PGHOST") + ":" + parts.getProperty("PGPORT") + "/";
        return new ServerUnderTest(
                address,
                Objects.requireNonNull(parts.getProperty("user")),
                parts.getProperty("password"),
                "partywall_" + ProcessHandle.current().pid() + "_t");
    }
}
