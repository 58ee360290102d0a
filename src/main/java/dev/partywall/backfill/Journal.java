package dev.partywall.backfill;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.partywall.failure.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file that makes a back-fill resumable and undoable: JSON lines, the first of which is the header. What a
 * transaction is about to commit is written and synced before it commits.
 */
final class Journal implements Ledger, AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final JournalLock lock;
    private long batches;

    private Journal(Path file, FileChannel channel, JournalLock lock, long batches) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
        this.batches = batches;
    }

    /** @throws Failure when there is such a file already, or it cannot be made */
    static Journal create(Path file, JournalLine.Header header) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Journal journal = new Journal(file, channel, JournalLock.take(file), 0);
            journal.write(header, true);
            syncFolder(file);
            return journal;
        } catch (FileAlreadyExistsException e) {
            throw Failure.usage(
                    "The journal " + file + " is there already.",
                    "Go on with --resume " + file + ", or name another file with --journal.");
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /**
     * Goes on after the last whole line.
     *
     * @throws Failure when another program is writing it
     */
    static Journal append(JournalFile read) {
        try {
            JournalLock lock = JournalLock.take(read.file());
            FileChannel channel = FileChannel.open(read.file(), StandardOpenOption.WRITE);
            channel.truncate(read.length());
            channel.position(read.length());
            return new Journal(read.file(), channel, lock, read.last());
        } catch (IOException e) {
            throw unwritable(read.file(), e);
        }
    }

    /** A file's name is safe only once its folder is; not every file system lets a folder be synced. */
    private static void syncFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !System.getProperty("os.name", "").startsWith("Windows")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public long nextBatch() {
        return ++batches;
    }

    /** Written and synced. */
    @Override
    public void promise(JournalLine line) {
        write(line, true);
    }

    /** Written; the next sync takes it along. */
    @Override
    public void note(JournalLine line) {
        write(line, false);
    }

    private void write(JournalLine line, boolean sync) {
        try {
            byte[] json = PlanFile.JSON.writeValueAsBytes(line);
            ByteBuffer bytes = ByteBuffer.allocate(json.length + 1)
                    .put(json)
                    .put((byte) '\n')
                    .flip();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            if (sync) {
                channel.force(false);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line is always JSON", e);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static Failure unwritable(Path file, IOException e) {
        return Failure.incomplete(
                "The journal " + file + " cannot be written: " + e.getMessage() + ".",
                "Name a file with --journal in a folder that can be written to and has room.",
                null,
                e);
    }

    @Override
    public void close() {
        try {
            channel.force(false);
            channel.close();
            lock.close();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }
}
