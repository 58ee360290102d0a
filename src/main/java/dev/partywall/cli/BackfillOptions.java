package dev.partywall.cli;

import dev.partywall.backfill.Plan;
import java.nio.file.Path;
import java.util.stream.Stream;
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

    @Option(
            names = "--rehearse",
            description = "Carry the plan out in a transaction that is rolled back, or a sample of it, and say what to"
                    + " expect; exit 1 where rows would be refused.")
    boolean rehearse;

    @Option(
            names = "--undecided",
            paramLabel = "FILE",
            description = "Write every row that --assign leaves undecided to FILE (CSV). Fill in its last column, then"
                    + " give it back with --assign map:FILE.")
    @Nullable
    Path undecided;

    @Option(
            names = "--close",
            description =
                    "Take the steps that keep rows without a tenant from coming back to the tables: default from the"
                            + " setting, NOT NULL by way of a checked constraint, index, foreign keys with the tenant. Each waits"
                            + " briefly for its lock and is tried again; one that is refused ends only those that need it.")
    boolean close;

    @Option(
            names = "--confirm-delete",
            paramLabel = "ROWS",
            description = "With --execute and --assign delete: how many rows are deleted, as the plan says.")
    @Nullable
    Long confirmDelete;

    @Option(
            names = "--lock-ms",
            paramLabel = "MILLIS",
            description = "How long a batch may hold its locks; default 250.")
    @Nullable
    Integer lockMillis;

    @Option(
            names = "--max-lag",
            paramLabel = "MB",
            description = "Pause while a replica is further behind than this; default 256, 0 for no limit.")
    @Nullable
    Long maxLag;

    @Option(
            names = "--max-active",
            paramLabel = "SESSIONS",
            description = "Pause while more other sessions are at work on the server; default 0, no limit.")
    @Nullable
    Integer maxActive;

    @Option(
            names = "--without-triggers",
            description =
                    "Set rows with session_replication_role = replica: no trigger fires, no foreign key is checked.")
    boolean withoutTriggers;

    /** How many of the things that exclude each other are asked for. */
    long modes() {
        return Stream.of(execute, rehearse, close, resume != null, undo != null, undecided != null)
                .filter(asked -> asked)
                .count();
    }

    /** The plan, done the way that was asked for. */
    Plan adjusted(Plan plan) {
        Plan adjusted = withoutTriggers ? plan.withoutTriggers() : plan;
        if (lockMillis != null) {
            Plan.Batches usual = adjusted.batches();
            adjusted = adjusted.with(new Plan.Batches(lockMillis, usual.first(), usual.largest()));
        }
        if (maxLag != null || maxActive != null) {
            Plan.Limits usual = adjusted.limits();
            adjusted = adjusted.with(new Plan.Limits(
                    maxLag == null ? usual.lagBytes() : maxLag << 20,
                    maxActive == null ? usual.activeSessions() : maxActive));
        }
        return confirmDelete == null ? adjusted : adjusted.confirmed(confirmDelete);
    }

    /** The file the plan is read from or written to; null for none. */
    @Nullable
    Path planFile() {
        return plan == null || plan.isEmpty() ? null : Path.of(plan);
    }
}
