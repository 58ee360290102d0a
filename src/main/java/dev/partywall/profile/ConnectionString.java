package dev.partywall.profile;

import dev.partywall.failure.Failure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.postgresql.Driver;

/** Reads what people paste to say where a database is. */
public final class ConnectionString {
    private ConnectionString() {}

    /** @throws Failure when the text makes no sense */
    public static Address parse(Login login) {
        Properties parsed = Driver.parseURL(login.url(), null);
        if (parsed == null) {
            throw Failure.usage(
                    "This is not a connection string Partywall can read.",
                    "Write it as postgresql://host:port/database or jdbc:postgresql://host:port/database.");
        }
        Map<String, String> properties = new HashMap<>();
        parsed.stringPropertyNames().forEach(key -> properties.put(key, parsed.getProperty(key)));
        Address.Host host =
                new Address.Host(taken(properties, "PGHOST"), Integer.parseInt(taken(properties, "PGPORT")));
        String user =
                login.user() != null ? login.user() : properties.getOrDefault("user", System.getProperty("user.name"));
        String password = properties.remove("password");
        properties.remove("user");
        String database = taken(properties, "PGDBNAME");
        return new Address(List.of(host), database, user, password == null ? null : new Password(password), properties);
    }

    private static String taken(Map<String, String> properties, String key) {
        return Objects.requireNonNull(properties.remove(key));
    }
}
