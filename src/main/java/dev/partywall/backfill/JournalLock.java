package dev.partywall.backfill;

import dev.partywall.failure.Failure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second program from writing the same journal, should the first have lost its connection and with it the locks on
 * the server. A file beside the journal is locked, not the journal itself: on most systems a lock is lost when the same
 * program closes the file after reading it.
 */
final class JournalLock implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private JournalLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @throws Failure when another program has it */
    static JournalLock take(Path journal) throws IOException {
        Path file = Path.of(journal + ".lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (locked(channel)) {
            return new JournalLock(file, channel);
        }
        channel.close();
        throw Failure.incomplete(
                "Another program is writing the journal " + journal + ".",
                "Wait until it has ended, or end it; then run this again.");
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException thisProgram) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
    }
}
