package dev.partywall.backfill;

import dev.partywall.access.Inspection;
import dev.partywall.backfill.JournalState.State;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Session;
import dev.partywall.connect.Sql;
import dev.partywall.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the journals of one database in a folder. */
final class Journals {
    private static final String ENDING = ".journal";

    private final Inspection inspection;
    private final Session bypass;

    Journals(Inspection inspection, Session bypass) {
        this.inspection = inspection;
        this.bypass = bypass;
    }

    /** The newest first; files that are no journals, or of another database, are left out. */
    List<JournalState> in(Path folder) {
        Plan.Identity here = Identities.of(bypass);
        return files(folder).stream()
                .flatMap(file -> read(file).stream())
                .filter(journal -> journal.header().database().same(here))
                .map(this::state)
                .sorted(Comparator.comparing(JournalState::startedAt).reversed())
                .toList();
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ENDING)).toList();
        } catch (IOException e) {
            throw Failure.incomplete(
                    "The folder " + folder + " cannot be read: " + e.getMessage() + ".",
                    "Check that it may be read.",
                    null,
                    e);
        }
    }

    private static Optional<JournalFile> read(Path file) {
        try {
            return Optional.of(JournalFile.read(file));
        } catch (Failure notAJournal) {
            return Optional.empty();
        }
    }

    private JournalState state(JournalFile journal) {
        Plan plan = journal.header().plan();
        List<RelationName> tables =
                plan.tables().stream().map(Plan.Table::table).toList();
        return new JournalState(
                journal.file(),
                state(journal, tables),
                journal.header().startedAt(),
                journal.header().startedBy(),
                tables,
                plan.rows(),
                announced(journal),
                journal.undone(),
                journal.aside());
    }

    private static long announced(JournalFile journal) {
        return journal.batches().values().stream()
                .filter(batch -> batch.fate() != JournalFile.Fate.ABORTED)
                .mapToLong(JournalFile.Batch::rows)
                .sum();
    }

    private State state(JournalFile journal, List<RelationName> tables) {
        JournalLine.Ended ended = journal.ended();
        if (ended == null && tables.stream().anyMatch(this::busy)) {
            return State.RUNNING;
        }
        boolean complete = ended != null && ended.complete() && !ended.stopped();
        if (!journal.undos().isEmpty()) {
            return complete ? State.UNDONE : State.UNDOING;
        }
        if (ended == null) {
            return State.INTERRUPTED;
        }
        if (ended.stopped()) {
            return State.STOPPED;
        }
        return complete ? State.COMPLETE : State.INCOMPLETE;
    }

    /** Whether a back-fill has its lock; one of a table that is gone has none. */
    private boolean busy(RelationName table) {
        return inspection
                .snapshot()
                .relation(table)
                .map(relation -> {
                    Sql holder =
                            SqlTemplate.fill("lock-holder.sql", Map.of("lock", Sql.of("?", Locks.number(relation))));
                    return !bypass.list(holder, row -> true).isEmpty();
                })
                .orElse(false);
    }
}
