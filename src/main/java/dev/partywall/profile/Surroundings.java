package dev.partywall.profile;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the program and decides where a connection goes, as it does for libpq.
 *
 * @param variables environment variables
 * @param home of the person
 * @param user name of the person on this machine
 */
public record Surroundings(Map<String, String> variables, Path home, String user) {
    /** Where Debian's libpq looks when {@code PGSYSCONFDIR} is not set. */
    private static final String SYSTEM_CONFIGURATION = "/etc/postgresql-common";

    public Surroundings {
        variables = Map.copyOf(variables);
    }

    public static Surroundings actual() {
        return new Surroundings(
                System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("user.name"));
    }

    /** The value of an environment variable; null when not set or empty, which libpq does not tell apart. */
    @Nullable
    String variable(String name) {
        String value = variables.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    Path passwordFile() {
        String appData = variable("APPDATA");
        return appData == null ? home.resolve(".pgpass") : Path.of(appData, "postgresql", "pgpass.conf");
    }

    Path serviceFile() {
        String named = variable("PGSERVICEFILE");
        return named == null ? home.resolve(".pg_service.conf") : Path.of(named);
    }

    Path systemServiceFile() {
        String directory = variable("PGSYSCONFDIR");
        return Path.of(directory == null ? SYSTEM_CONFIGURATION : directory, "pg_service.conf");
    }

    /** Where Partywall keeps what it saves (XDG Base Directory Specification). */
    Path configuration() {
        String xdg = variable("XDG_CONFIG_HOME");
        Path base = xdg == null ? home.resolve(".config") : Path.of(xdg);
        return base.resolve("partywall");
    }
}
