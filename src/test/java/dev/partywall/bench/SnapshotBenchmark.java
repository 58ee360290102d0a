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
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a large catalogue takes to read, and what the snapshot takes to keep. */
class SnapshotBenchmark {
    private static final int TABLES = Integer.getInteger("partywall.bench.tables", 10_000);

    @TempDir
    private Path folder;

    @Test
    void aLargeCatalogue() throws IOException {
        TestDatabase database = timed("make " + TABLES + " tables", () -> LargeCatalog.of(TABLES));
        long before = heap();
        CatalogSnapshot snapshot = timed("read the catalogue, first", () -> Snapshots.as("bench_app", database));
        System.out.printf("snapshot keeps %d MB%n", (heap() - before) >> 20);
        timed("read the catalogue, again", () -> Snapshots.as("bench_app", database));
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
