package dev.partywall.cli;

import dev.partywall.access.AccessMatrix;
import dev.partywall.access.AccessModel;
import dev.partywall.access.Inspection;
import dev.partywall.catalog.SnapshotFile;
import dev.partywall.failure.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code partywall inspect}: the snapshot, what a role can really do to each relation, and what changed between two. */
@Command(
        name = "inspect",
        description = "Prints what the app role can really do to each table, by which path.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit: 0; with --diff 1 when something became wider, or different in a way that may be wider."})
final class InspectCommand implements Callable<Integer> {
    /** How the result is written. */
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

    @Option(names = "--snapshot", paramLabel = "FILE", description = "Of a snapshot saved before; no server is needed.")
    private @Nullable Path file;

    @Option(
            names = "--diff",
            arity = "1..2",
            paramLabel = "A B",
            description =
                    "What changed from A to B, each a snapshot file or a profile; with A alone, to the database named.")
    private List<String> diff = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.", defaultValue = "text")
    private Format format = Format.TEXT;

    @Option(names = "--output", paramLabel = "FILE", description = "Where it goes; default standard output.")
    private @Nullable Path output;

    @Override
    public Integer call() {
        if (!diff.isEmpty()) {
            return compare();
        }
        ComparedSide side = side();
        if (save != null) {
            SnapshotFile.write(side.snapshot(), side.appRole(), save);
        }
        AccessModel model = new AccessModel(side.snapshot());
        AccessMatrix matrix = AccessMatrix.of(model, known(side));
        new Output(output).write(out -> {
            if (format == Format.TEXT) {
                new MatrixText(model, matrix).write(out);
            } else {
                new MatrixJson(model, matrix).write(out);
            }
        });
        return 0;
    }

    private int compare() {
        boolean two = diff.size() == 2;
        if (two && (database.isGiven() || file != null)) {
            throw Failure.usage("--diff A B names both sides already.", "Leave the other database out, or B.");
        }
        ComparedSide before = ComparedSide.of(diff.getFirst());
        ComparedSide after = two ? ComparedSide.of(diff.getLast()) : side();
        Comparison comparison = Comparison.of(before, after, role);
        new Output(output).write(out -> {
            if (format == Format.TEXT) {
                new ComparisonText(comparison).write(out);
            } else {
                new ComparisonJson(comparison).write(out);
            }
        });
        return comparison.exit();
    }

    /** What the options name: a file, or a database. */
    private ComparedSide side() {
        if (file != null) {
            if (database.isGiven()) {
                throw Failure.usage("--snapshot needs no database.", "Leave one of the two out.");
            }
            SnapshotFile.Saved saved = SnapshotFile.read(file);
            return new ComparedSide(file.toString(), saved.snapshot(), saved.appRole());
        }
        try (Opened opened = database.open()) {
            Inspection inspection = opened.inspect();
            return ComparedSide.of(opened.link().profile().name(), inspection);
        }
    }

    private String known(ComparedSide side) {
        String wanted = role == null ? side.appRole() : role;
        if (wanted == null) {
            throw Failure.usage("The snapshot does not say who the app role is.", "Name a role with --role.");
        }
        return side.snapshot()
                .role(wanted)
                .orElseThrow(() -> Failure.usage(
                        "There is no role " + wanted + ".", "Check the spelling; role names keep their case."))
                .name();
    }
}
