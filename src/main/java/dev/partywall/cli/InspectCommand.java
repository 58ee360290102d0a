package dev.partywall.cli;

import dev.partywall.access.AccessMatrix;
import dev.partywall.access.Inspection;
import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.SnapshotFile;
import dev.partywall.failure.Failure;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code partywall inspect}: the snapshot, and what a role can really do to each relation. */
@Command(
        name = "inspect",
        description = "Prints what the app role can really do to each table, by which path.",
        mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
    /** How the matrix is written. */
    enum Format {
        TEXT,
        JSON
    }

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--role", paramLabel = "R", description = "For this role; default the app role.")
    private @Nullable String role;

    @Option(names = "--save", paramLabel = "FILE", description = "Also save the snapshot, to be compared later.")
    private @Nullable Path save;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.", defaultValue = "text")
    private Format format = Format.TEXT;

    @Option(names = "--output", paramLabel = "FILE", description = "Where it goes; default standard output.")
    private @Nullable Path output;

    @Override
    public Integer call() {
        try (Opened opened = database.open()) {
            Inspection inspection = opened.inspect();
            CatalogSnapshot snapshot = inspection.snapshot();
            AccessMatrix matrix = AccessMatrix.of(inspection.access(), known(inspection));
            if (save != null) {
                SnapshotFile.write(snapshot, save);
            }
            new Output(output).write(out -> {
                if (format == Format.TEXT) {
                    new MatrixText(matrix).write(out);
                } else {
                    new MatrixJson(snapshot, matrix).write(out);
                }
            });
        }
        return 0;
    }

    private String known(Inspection inspection) {
        String wanted = role == null ? inspection.appRole() : role;
        return inspection
                .snapshot()
                .role(wanted)
                .orElseThrow(() -> Failure.usage(
                        "There is no role " + wanted + ".", "Check the spelling; role names keep their case."))
                .name();
    }
}
