package dev.partywall.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.access.AccessMatrix;
import dev.partywall.access.AccessModel;
import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.SnapshotFile;
import dev.partywall.catalog.Snapshots;
import dev.partywall.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a large catalogue takes to read, before it was ever analysed and after, and what the snapshot takes to keep.
 * The baseline asks for the columns and the policies alone, table by table.
 */
class SnapshotBenchmark {
    private static final int TABLES = Integer.getInteger("partywall.bench.tables", 10_000);
    private static final String COLUMNS =
            "SELECT attname, format_type(atttypid, atttypmod), attnotnull FROM pg_attribute"
                    + " WHERE attrelid = ? AND attnum > 0 AND NOT attisdropped ORDER BY attnum";
    private static final String POLICIES = "SELECT polname, polcmd, pg_get_expr(polqual, polrelid),"
            + " pg_get_expr(polwithcheck, polrelid) FROM pg_policy WHERE polrelid = ?";

    @TempDir
    private Path folder;

    @Test
    void aLargeCatalogue() throws IOException {
        TestDatabase database = timed("make " + TABLES + " tables", () -> LargeCatalog.of(TABLES));
        long before = heap();
        CatalogSnapshot snapshot = timed("read the catalogue, never analysed", () -> read(database));
        System.out.printf("snapshot keeps %d MB%n", (heap() - before) >> 20);
        timed("read the catalogue, again", () -> read(database));
        database.execute("ANALYZE");
        timed("read the catalogue, analysed", () -> read(database));
        timed("baseline: columns and policies table by table", () -> tableByTable(database));
        AccessModel model = timed("index the model", () -> new AccessModel(snapshot));
        AccessMatrix matrix = timed("work out the matrix of a role", () -> AccessMatrix.of(model, "bench_app"));
        Path file = folder.resolve("snapshot.json");
        timed("write the file", () -> {
            SnapshotFile.write(snapshot, "bench_app", file);
            return file;
        });
        System.out.printf("file has %d MB%n", Files.size(file) >> 20);
        assertThat(timed("read the file", () -> SnapshotFile.read(file)).snapshot())
                .isEqualTo(snapshot);
        assertThat(matrix.lines()).hasSize(TABLES + 1);
        assertThat(snapshot.relations().stream()
                        .mapToInt(it -> it.policies().size())
                        .sum())
                .isEqualTo(4 * TABLES);
    }

    private static CatalogSnapshot read(TestDatabase database) {
        return Snapshots.as("bench_app", database);
    }

    /** As psql's {@code \\d} does: for each table its columns, and its policies. */
    private static int tableByTable(TestDatabase database) {
        int rows = 0;
        try (Connection connection = DriverManager.getConnection(database.url() + "?user=bench_app");
                Statement list = connection.createStatement();
                ResultSet tables = list.executeQuery("SELECT oid FROM pg_class WHERE relkind = 'r' AND oid > 16384")) {
            while (tables.next()) {
                rows += count(connection, COLUMNS, tables.getLong(1)) + count(connection, POLICIES, tables.getLong(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    private static int count(Connection connection, String query, long table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, table);
            int rows = 0;
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows++;
                }
            }
            return rows;
        }
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        System.out.printf(
                "%s: %d ms%n", what, Duration.ofNanos(System.nanoTime() - start).toMillis());
        return result;
    }
}
