package dev.partywall.profile;

import dev.partywall.failure.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where a login leads, in libpq's order: the connection string, then the service, then the environment, then
 * what is usual; the password file last.
 */
public final class Addresses {
    private Addresses() {}

    /** @throws Failure when the login makes no sense; the sentence holds no secret */
    public static Address resolve(Login login, Surroundings surroundings) {
        Parameters parameters = ConnectionString.parse(login.url());
        service(parameters, surroundings);
        for (Keyword keyword : Keyword.all()) {
            String value = keyword.variable() == null ? null : surroundings.variable(keyword.variable());
            if (value != null) {
                parameters.libpq(keyword.name(), value);
            }
        }
        return address(login, parameters, surroundings);
    }

    private static void service(Parameters parameters, Surroundings surroundings) {
        String named = parameters.get("service");
        String service = named != null ? named : surroundings.variable("PGSERVICE");
        if (service != null) {
            ServiceFile.add(service, surroundings, parameters);
        }
    }

    private static Address address(Login login, Parameters parameters, Surroundings surroundings) {
        String user = login.user() != null ? login.user() : given(parameters, "user", surroundings.user());
        String database = given(parameters, "dbname", user);
        List<Address.Host> hosts = hosts(parameters);
        Password password = password(login, parameters, surroundings, hosts, database, user);
        return new Address(hosts, database, user, password, parameters.forDriver(), parameters.notices());
    }

    private static @Nullable Password password(
            Login login,
            Parameters parameters,
            Surroundings surroundings,
            List<Address.Host> hosts,
            String database,
            String user) {
        String given = parameters.get("password");
        if (given != null && !given.isEmpty() && login.password() == null) {
            return new Password(given);
        }
        if (login.password() != null && !(login.password() instanceof Secret.PgPass)) {
            return null;
        }
        String named = parameters.get("passfile");
        PasswordFile file = new PasswordFile(named == null ? surroundings.passwordFile() : Path.of(named));
        String notice = file.notice();
        if (notice != null) {
            parameters.notice(notice);
        }
        return file.find(hosts, database, user);
    }

    private static List<Address.Host> hosts(Parameters parameters) {
        String[] names = given(parameters, "hostaddr", given(parameters, "host", "localhost"))
                .split(",", -1);
        String[] ports = given(parameters, "port", "").split(",", -1);
        if (ports.length != 1 && ports.length != names.length) {
            throw Failure.usage(
                    "The connection string names " + names.length + " hosts and " + ports.length + " ports.",
                    "Give one port for all hosts, or one for each.");
        }
        List<Address.Host> hosts = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            hosts.add(new Address.Host(hostName(names[i]), port(ports[ports.length == 1 ? 0 : i])));
        }
        return hosts;
    }

    private static String hostName(String name) {
        if (name.startsWith("/") || name.startsWith("@")) {
            throw Failure.usage(
                    "The connection string names the Unix socket " + name + ", which JDBC cannot use.",
                    "Name a host instead, localhost say; the server listens there if its listen_addresses says so.");
        }
        return name.isBlank() ? "localhost" : name.strip();
    }

    private static int port(String text) {
        try {
            int port = text.isBlank() ? Address.DEFAULT_PORT : Integer.parseInt(text.strip());
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below, without the text: it may be the end of a password
        }
        throw Failure.usage(
                "The connection string has a port that is not a number from 1 to 65535.",
                "Check what follows the host; in a password, write @ : / ? # and % percent-encoded.");
    }

    private static String given(Parameters parameters, String keyword, String otherwise) {
        String value = parameters.get(keyword);
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
