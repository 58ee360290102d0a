package dev.partywall.access;

import dev.partywall.catalog.Snapshots;
import dev.partywall.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Holds worlds against the model, some at a time in one database. */
final class Universe implements AutoCloseable {
    private final TestDatabase database;
    private final Connection connection;
    private final int major;
    private long tried;

    private Universe(TestDatabase database, Connection connection) throws SQLException {
        this.database = database;
        this.connection = connection;
        this.major = connection.getMetaData().getDatabaseMajorVersion();
    }

    static Universe of(TestDatabase database) throws SQLException {
        database.execute(script());
        Connection connection = DriverManager.getConnection(database.url() + "?user=postgres");
        connection.setAutoCommit(false);
        return new Universe(database, connection);
    }

    private static String script() {
        try (InputStream stream = Objects.requireNonNull(Universe.class.getResourceAsStream("worlds.sql"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many commands were done so far. */
    long tried() {
        return tried;
    }

    /** What came out otherwise than predicted, in words; the worlds from {@code first} until before {@code end}. */
    List<String> mismatches(int first, int end, double share) throws SQLException {
        List<World> worlds = IntStream.range(first, end)
                .mapToObj(n -> WorldMaker.make(n, major))
                .toList();
        try {
            run(worlds.stream().map(World::script));
            AccessModel model = new AccessModel(Snapshots.of(database));
            List<Trial> trials = worlds.stream()
                    .flatMap(world -> Trials.of(model, world, share).stream())
                    .toList();
            tried += trials.size();
            return disagreements(trials);
        } finally {
            run(worlds.stream().map(World::end));
        }
    }

    private void run(Stream<String> scripts) throws SQLException {
        connection.rollback();
        try (Statement statement = connection.createStatement()) {
            statement.execute(scripts.collect(Collectors.joining()));
        }
        connection.commit();
    }

    private List<String> disagreements(List<Trial> trials) throws SQLException {
        List<String> found = new ArrayList<>();
        String query = "SELECT number, worlds.outcome(role, statement, state), worlds.answer(expected)"
                + " FROM unnest(?::text[], ?::text[], ?::text[], ?::text[])"
                + " WITH ORDINALITY AS trial (role, statement, state, expected, number)";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(1, texts(trials.stream().map(Trial::role).toList()));
            statement.setArray(2, texts(trials.stream().map(Trial::statement).toList()));
            statement.setArray(3, texts(trials.stream().map(Trial::state).toList()));
            statement.setArray(4, texts(trials.stream().map(Trial::expected).toList()));
            ResultSet result = statement.executeQuery();
            while (result.next()) {
                Trial trial = trials.get(result.getInt(1) - 1);
                if (!Trial.agrees(result.getString(3), result.getString(2))) {
                    found.add(trial + "\n  did: " + result.getString(2) + "\n  predicted: " + result.getString(3));
                }
            }
        }
        return found;
    }

    private java.sql.Array texts(List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
