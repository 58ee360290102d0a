package dev.partywall.demo;

import dev.partywall.catalog.Identifiers;
import dev.partywall.failure.Failure;
import dev.partywall.profile.Login;
import dev.partywall.profile.Profile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a sample's database as superuser. */
record SampleDatabase(Sample sample, EmbeddedServer server) {
    /** Stands as the database's comment once it is complete; one without it was interrupted and is made again. */
    private static final String COMPLETE = "Partywall sample, complete";

    void make(Profile profile) {
        try (Connection cluster = server.superuser("postgres")) {
            if (!complete(cluster)) {
                make(cluster, profile);
            }
        } catch (SQLException e) {
            throw Failure.incomplete(
                    "The sample " + sample.name() + " could not be made: " + e.getMessage(),
                    "Choose another sample, or report this with the sentence above.",
                    e.getSQLState(),
                    e);
        }
    }

    private void make(Connection cluster, Profile profile) throws SQLException {
        String name = Identifiers.quote(sample.database());
        execute(cluster, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        execute(cluster, "CREATE DATABASE " + name);
        try (Connection connection = server.superuser(sample.database())) {
            execute(connection, sample.text("schema.sql"));
            execute(connection, "RESET ROLE");
            execute(connection, sample.text("data.sql"));
        }
        givePasswords(cluster, profile);
        execute(cluster, "COMMENT ON DATABASE " + name + " IS '" + COMPLETE + "'");
    }

    private boolean complete(Connection cluster) throws SQLException {
        try (PreparedStatement statement = cluster.prepareStatement(
                "SELECT 1 FROM pg_database WHERE datname = ? AND shobj_description(oid, 'pg_database') = ?")) {
            statement.setString(1, sample.database());
            statement.setString(2, COMPLETE);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void givePasswords(Connection cluster, Profile profile) throws SQLException {
        @Nullable String password = server.password();
        if (password == null) {
            return;
        }
        for (String role : logins(profile)) {
            // The password is hexadecimal: it needs no quoting, and ALTER ROLE takes no bound value.
            execute(cluster, "ALTER ROLE " + Identifiers.quote(role) + " PASSWORD '" + password + "'");
        }
    }

    private static Set<String> logins(Profile profile) {
        Set<String> roles = new LinkedHashSet<>(profile.tenancy().loginRoles().values());
        for (@Nullable Login login : new @Nullable Login[] {profile.app(), profile.bypass()}) {
            if (login != null && login.user() != null) {
                roles.add(login.user());
            }
        }
        return roles;
    }

    private static void execute(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // No parameters inside: a question mark is a question mark.
            statement.setEscapeProcessing(false);
            statement.execute(script);
        }
    }
}
