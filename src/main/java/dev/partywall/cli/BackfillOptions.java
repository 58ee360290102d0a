package dev.partywall.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is to be done with a back-fill: planned, carried out, gone on with or undone. */
final class BackfillOptions {
    @Option(
            names = "--plan",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = "",
            description =
                    "Print the plan, or write it to FILE; changes nothing (default). With --execute: do that plan.")
    @Nullable
    String plan;

    @Option(names = "--execute", description = "Carry the plan out.")
    boolean execute;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "With --execute: the file by which it can be resumed and undone; it must not exist.")
    @Nullable
    Path journal;

    @Option(names = "--resume", paramLabel = "FILE", description = "Go on with a journal, however its run ended.")
    @Nullable
    Path resume;

    @Option(
            names = "--undo",
            paramLabel = "FILE",
            description = "Take back what a journal says was set, where nobody changed it since.")
    @Nullable
    Path undo;

    /** The file the plan is read from or written to; null for none. */
    @Nullable
    Path planFile() {
        return plan == null || plan.isEmpty() ? null : Path.of(plan);
    }
}
