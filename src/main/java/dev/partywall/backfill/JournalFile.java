package dev.partywall.backfill;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.partywall.failure.Failure;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A journal as it was found: its header, and where its batches are. Rows are not kept, so that a journal of any size can be
 * read.
 *
 * @param length up to the end of the last whole line: a crash may have torn the one after it
 * @param entries batches and undone batches by number
 * @param batches the highest number
 */
record JournalFile(Path file, JournalLine.Header header, long length, Map<Long, Entry> entries, long batches) {
    /** What is known of the fate of a transaction. */
    enum Fate {
        OPEN,
        COMMITTED,
        ABORTED
    }

    /**
     * A batch, or the undoing of one.
     *
     * @param undoes the number of the batch it undoes; 0 for a batch
     * @param offset of its line in the file
     */
    record Entry(long number, int table, long undoes, long transaction, long rows, long offset, Fate fate) {
        Entry with(Fate known) {
            return new Entry(number, table, undoes, transaction, rows, offset, known);
        }
    }

    /** @throws Failure when it is not there or not a journal */
    static JournalFile read(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return new Reading(file).from(in);
        } catch (IOException e) {
            throw Failure.usage("The journal " + file + " cannot be read: " + e + ".", "Check the name of the file.");
        }
    }

    /** The entries whose fate the server has to tell. */
    List<Entry> open() {
        return entries.values().stream()
                .filter(entry -> entry.fate() == Fate.OPEN)
                .toList();
    }

    /** Batches the server is known to have committed. */
    List<Entry> committed() {
        return entries.values().stream()
                .filter(entry -> entry.undoes() == 0 && entry.fate() == Fate.COMMITTED)
                .toList();
    }

    /** The batches' rows that were undone. */
    boolean isUndone(long batch) {
        return entries.values().stream().anyMatch(entry -> entry.undoes() == batch && entry.fate() == Fate.COMMITTED);
    }

    /** Whether undoing has begun. */
    boolean undoing() {
        return entries.values().stream().anyMatch(entry -> entry.undoes() > 0 && entry.fate() == Fate.COMMITTED);
    }

    /** The same, with the fates that were found out. */
    JournalFile with(Map<Long, Fate> fates) {
        Map<Long, Entry> all = new LinkedHashMap<>();
        entries.forEach((number, entry) -> all.put(number, entry.with(fates.getOrDefault(number, entry.fate()))));
        return new JournalFile(file, header, length, all, batches);
    }

    /** The rows of a batch. */
    List<List<String>> rows(Entry entry) {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(entry.offset());
            byte[] line = line(new BufferedInputStream(in, 1 << 16)).orElseThrow();
            return PlanFile.JSON.readValue(line, JournalLine.Batch.class).rows();
        } catch (IOException e) {
            throw Failure.incomplete(
                    "The journal " + file + " cannot be read any more: " + e.getMessage() + ".",
                    "Bring the file back and run the same command again.",
                    null,
                    e);
        }
    }

    /** Up to the line's end; empty where there is none any more, or the last line has no end. */
    private static Optional<byte[]> line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return Optional.of(line.toByteArray());
            }
            line.write(next);
        }
        return Optional.empty();
    }

    /** Reads line after line. */
    private static final class Reading {
        private final Path file;
        private final Map<Long, Entry> entries = new LinkedHashMap<>();
        private final Map<Long, Fate> fates = new HashMap<>();
        private JournalLine.@Nullable Header header;
        private long offset;
        private long lines;

        Reading(Path file) {
            this.file = file;
        }

        JournalFile from(InputStream in) throws IOException {
            Optional<byte[]> line = line(in);
            while (line.isPresent()) {
                Optional<byte[]> next = line(in);
                lines++;
                if (!taken(line.get(), next.isEmpty())) {
                    break;
                }
                offset += line.get().length + 1L;
                line = next;
            }
            if (header == null) {
                throw damaged("it has no header");
            }
            long last =
                    entries.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
            return new JournalFile(file, header, offset, entries, last).with(fates);
        }

        /** Whether the line was whole: a crash may have torn the last one, which then was not committed either. */
        private boolean taken(byte[] line, boolean last) throws IOException {
            try {
                take(PlanFile.JSON.readValue(line, JournalLine.class));
                return true;
            } catch (JsonProcessingException e) {
                if (last && header != null) {
                    return false;
                }
                throw damaged("line " + lines + " cannot be read: " + e.getOriginalMessage());
            }
        }

        private void take(JournalLine line) {
            if (header == null && !(line instanceof JournalLine.Header)) {
                throw damaged("its first line is not a header");
            }
            switch (line) {
                case JournalLine.Header first -> header = checked(first);
                case JournalLine.Batch batch ->
                    add(
                            batch.number(),
                            batch.table(),
                            0,
                            batch.transaction(),
                            batch.rows().size());
                case JournalLine.Undo undo -> add(undo.number(), 0, undo.of(), undo.transaction(), undo.rows());
                case JournalLine.Committed committed -> fates.put(committed.number(), Fate.COMMITTED);
                case JournalLine.Aborted aborted -> fates.put(aborted.number(), Fate.ABORTED);
                case JournalLine.Aside aside -> {
                    // For people; the row is tried again.
                }
            }
        }

        private JournalLine.Header checked(JournalLine.Header first) {
            if (!first.schema().equals(JournalLine.SCHEMA)) {
                throw damaged("its schema is '" + first.schema() + "', not '" + JournalLine.SCHEMA + "'");
            }
            return first;
        }

        private void add(long number, int table, long undoes, long transaction, long rows) {
            entries.put(number, new Entry(number, table, undoes, transaction, rows, offset, Fate.OPEN));
        }

        private Failure damaged(String why) {
            return Failure.usage(
                    "The file " + file + " is not a whole journal: " + why + ".",
                    "Give the file that --execute named; nothing was changed.");
        }
    }
}
