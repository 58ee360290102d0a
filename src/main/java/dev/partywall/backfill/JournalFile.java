package dev.partywall.backfill;

import dev.partywall.failure.Failure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A journal as it was found: its header, and where its batches are. Rows are not kept, so that a journal of any size can be
 * read.
 *
 * @param length up to the end of the last whole line: a crash may have torn the one after it
 * @param batches by number
 * @param undos by number: batches, or parts of them, that were taken back
 * @param aside rows that were set aside, in all
 * @param ended how the last run ended; null where it was interrupted
 */
record JournalFile(
        Path file,
        JournalLine.Header header,
        long length,
        Map<Long, Batch> batches,
        Map<Long, Undone> undos,
        long aside,
        JournalLine.@Nullable Ended ended) {
    /** What is known of the fate of a transaction. */
    enum Fate {
        OPEN,
        COMMITTED,
        ABORTED
    }

    /** @param offset of its line in the file */
    record Batch(long number, int table, long transaction, long rows, long offset, Fate fate) {
        Batch with(Fate known) {
            return new Batch(number, table, transaction, rows, offset, known);
        }
    }

    /** A line that takes something back, and its fate. */
    record Undone(JournalLine.Undo line, Fate fate) {}

    /** @throws Failure when it is not there or not a journal */
    static JournalFile read(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return new JournalReading(file).from(in);
        } catch (IOException e) {
            throw Failure.usage("The journal " + file + " cannot be read: " + e + ".", "Check the name of the file.");
        }
    }

    /** Batches whose fate the server has to tell. */
    List<Batch> open() {
        return batches.values().stream()
                .filter(batch -> batch.fate() == Fate.OPEN)
                .toList();
    }

    /** What was taken back, as far as the server has to tell whether it was. */
    List<JournalLine.Undo> openUndos() {
        return undos.values().stream()
                .filter(undone -> undone.fate() == Fate.OPEN)
                .map(Undone::line)
                .toList();
    }

    /** Batches the server is known to have committed, the last first. */
    List<Batch> committed() {
        return batches.values().stream()
                .filter(batch -> batch.fate() == Fate.COMMITTED)
                .sorted(Comparator.comparingLong(Batch::number).reversed())
                .toList();
    }

    /** Rows of committed batches by table of the plan. */
    Map<Integer, Long> set() {
        Map<Integer, Long> set = new HashMap<>();
        committed().forEach(batch -> set.merge(batch.table(), batch.rows(), Long::sum));
        return set;
    }

    /** Rows that are as they were. */
    long undone() {
        return committedUndos().stream().mapToLong(JournalLine.Undo::undone).sum();
    }

    /** Rows that were left as they are, by why. */
    Map<UndoOutcome.Reason, Long> skipped() {
        Map<UndoOutcome.Reason, Long> skipped = new EnumMap<>(UndoOutcome.Reason.class);
        committedUndos()
                .forEach(undo -> undo.skipped().forEach((reason, rows) -> skipped.merge(reason, rows, Long::sum)));
        return skipped;
    }

    /** Whether undoing has begun. */
    boolean undoing() {
        return !committedUndos().isEmpty();
    }

    private List<JournalLine.Undo> committedUndos() {
        return undos.values().stream()
                .filter(undone -> undone.fate() == Fate.COMMITTED)
                .map(Undone::line)
                .toList();
    }

    /** Which of some rows of a batch are settled: taken back, or found changed by others. */
    BitSet settled(long batch, int rows) {
        BitSet settled = new BitSet();
        committedUndos().stream()
                .filter(undo -> undo.of() == batch && undo.rows() == rows)
                .forEach(undo -> settled.set(undo.from(), undo.to()));
        return settled;
    }

    /** The highest number. */
    long last() {
        return java.util.stream.Stream.concat(batches.keySet().stream(), undos.keySet().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /** The same, with the fates that were found out. */
    JournalFile with(Map<Long, Fate> fates) {
        Map<Long, Batch> known = new HashMap<>();
        batches.forEach((number, batch) -> known.put(number, batch.with(fates.getOrDefault(number, batch.fate()))));
        Map<Long, Undone> undone = new HashMap<>();
        undos.forEach((number, undo) ->
                undone.put(number, new Undone(undo.line(), fates.getOrDefault(number, undo.fate()))));
        return new JournalFile(file, header, length, known, undone, aside, ended);
    }

    /** The rows of a batch. */
    List<JournalLine.Rows> rows(Batch batch) {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(batch.offset());
            byte[] line =
                    JournalReading.line(new BufferedInputStream(in, 1 << 16)).orElseThrow();
            return new ArrayList<>(
                    PlanFile.JSON.readValue(line, JournalLine.Batch.class).rows());
        } catch (IOException e) {
            throw Failure.incomplete(
                    "The journal " + file + " cannot be read any more: " + e.getMessage() + ".",
                    "Bring the file back and run the same command again.",
                    null,
                    e);
        }
    }
}
