package dev.partywall.testing;

import dev.partywall.catalog.Identifiers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;

/** Leaves somebody's server as it was found: drops the databases of this run, and the roles that came since. */
record ExternalLeftovers(ServerUnderTest server, Set<String> rolesBefore) {

    static void removeAtExit(ServerUnderTest server) {
        ExternalLeftovers leftovers = new ExternalLeftovers(server, roles(server));
        Runtime.getRuntime().addShutdownHook(new Thread(leftovers::remove));
    }

    private void remove() {
        try (Connection connection = server.superuser("postgres");
                Statement statement = connection.createStatement()) {
            for (String database : names(
                    connection,
                    "SELECT datname FROM pg_database WHERE starts_with(datname, '" + server.prefix() + "')")) {
                statement.execute("DROP DATABASE " + Identifiers.quote(database) + " WITH (FORCE)");
            }
            Set<String> ours = roles(server);
            ours.removeAll(rolesBefore);
            for (String role : ours) {
                statement.execute("DROP ROLE " + Identifiers.quote(role));
            }
        } catch (SQLException e) {
            System.err.println("Tests left something behind on " + server.address() + ": " + e.getMessage());
        }
    }

    private static Set<String> roles(ServerUnderTest server) {
        try (Connection connection = server.superuser("postgres")) {
            return names(connection, "SELECT rolname FROM pg_roles");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> names(Connection connection, String query) throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
