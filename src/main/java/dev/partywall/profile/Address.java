package dev.partywall.profile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where one side of a profile is and who to be there, with everything resolved: what is handed to the driver.
 *
 * @param hosts tried in order
 * @param password where the connection string, the environment or the password file has one
 * @param properties of the driver, by the driver's names; never user or password
 * @param notices what the person should know of how this was found: a password file that is ignored, say
 */
public record Address(
        List<Host> hosts,
        String database,
        String user,
        @Nullable Password password,
        Map<String, String> properties,
        List<String> notices) {
    public static final int DEFAULT_PORT = 5432;

    /** One server to try. */
    public record Host(String name, int port) {
        @Override
        public String toString() {
            return (name.indexOf(':') >= 0 ? "[" + name + "]" : name) + ":" + port;
        }
    }

    public Address {
        hosts = List.copyOf(hosts);
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        notices = List.copyOf(notices);
    }

    /** The same, with a password. */
    public Address with(Password found) {
        return new Address(hosts, database, user, found, properties, notices);
    }

    /** The same, with one more property for the driver. */
    public Address with(String property, String value) {
        Map<String, String> all = new LinkedHashMap<>(properties);
        all.put(property, value);
        return new Address(hosts, database, user, password, all, notices);
    }

    /** For the driver: hosts and database, without user, password or properties. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + places() + "/"
                + URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** For people. */
    @Override
    public String toString() {
        return "database " + database + " on " + places() + " as " + user;
    }

    /** The hosts with their ports, separated by commas. */
    public String places() {
        return hosts.stream().map(Host::toString).collect(Collectors.joining(","));
    }
}
