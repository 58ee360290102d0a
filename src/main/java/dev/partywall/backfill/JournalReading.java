package dev.partywall.backfill;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.partywall.backfill.JournalFile.Fate;
import dev.partywall.failure.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a journal line after line. */
final class JournalReading {
    private final Path file;
    private final Map<Long, JournalFile.Batch> batches = new LinkedHashMap<>();
    private final Map<Long, JournalFile.Undone> undos = new LinkedHashMap<>();
    private final Map<Long, Fate> fates = new HashMap<>();
    private JournalLine.@Nullable Header header;
    private JournalLine.@Nullable Ended ended;
    private @Nullable String torn;
    private long aside;
    private long offset;
    private long lines;

    JournalReading(Path file) {
        this.file = file;
    }

    JournalFile from(InputStream in) throws IOException {
        Optional<byte[]> line = line(in);
        while (line.isPresent()) {
            lines++;
            read(line.get());
            line = line(in);
        }
        if (header == null) {
            throw damaged("it has no header");
        }
        return new JournalFile(file, header, offset, batches, undos, aside, ended).with(fates);
    }

    /** Up to the line's end; empty where there is none any more, or the last line has no end. */
    static Optional<byte[]> line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return Optional.of(line.toByteArray());
            }
            line.write(next);
        }
        return Optional.empty();
    }

    /**
     * A crash may have torn the lines that were not synced any more, all of them at the end. A line that was synced cannot come
     * after a torn one.
     */
    private void read(byte[] line) throws IOException {
        Optional<JournalLine> read = parsed(line);
        if (torn == null && read.isPresent()) {
            take(read.get());
            offset += line.length + 1L;
        } else if (header == null
                || (torn != null && read.filter(JournalReading::synced).isPresent())) {
            throw damaged(String.valueOf(torn));
        }
    }

    private Optional<JournalLine> parsed(byte[] line) throws IOException {
        try {
            return Optional.of(PlanFile.JSON.readValue(line, JournalLine.class));
        } catch (JsonProcessingException e) {
            torn = torn == null ? "line " + lines + " cannot be read: " + e.getOriginalMessage() : torn;
            return Optional.empty();
        }
    }

    private static boolean synced(JournalLine line) {
        return line instanceof JournalLine.Batch
                || line instanceof JournalLine.Undo
                || line instanceof JournalLine.Header;
    }

    private void take(JournalLine line) {
        if (header == null && !(line instanceof JournalLine.Header)) {
            throw damaged("its first line is not a header");
        }
        ended = null;
        switch (line) {
            case JournalLine.Header first -> header = checked(first);
            case JournalLine.Batch batch -> add(batch);
            case JournalLine.Undo undo -> undos.put(undo.number(), new JournalFile.Undone(undo, Fate.OPEN));
            case JournalLine.Committed committed -> fates.put(committed.number(), Fate.COMMITTED);
            case JournalLine.Aborted aborted -> fates.put(aborted.number(), Fate.ABORTED);
            case JournalLine.Aside row -> aside++;
            case JournalLine.Ended end -> ended = end;
        }
    }

    private void add(JournalLine.Batch batch) {
        batches.put(
                batch.number(),
                new JournalFile.Batch(
                        batch.number(), batch.table(), batch.transaction(), batch.size(), offset, Fate.OPEN));
    }

    private JournalLine.Header checked(JournalLine.Header first) {
        if (!first.schema().equals(JournalLine.SCHEMA)) {
            throw damaged("its schema is '" + first.schema() + "', not '" + JournalLine.SCHEMA + "'");
        }
        return first;
    }

    private Failure damaged(String why) {
        return Failure.usage(
                "The file " + file + " is not a whole journal: " + why + ".",
                "Give the file that --execute named; nothing was changed.");
    }
}
