package dev.partywall.backfill;

import java.nio.file.Path;

/** Where a run writes down what it is about to commit, and what came of it. */
interface Ledger {
    /** The file, for the messages. */
    Path file();

    long nextBatch();

    /**
     * Kept for good when this returns: safe against a crash of this program and of the machine.
     *
     * @throws dev.partywall.failure.Failure when it cannot be kept; then nothing may be committed
     */
    void promise(JournalLine line);

    /** Kept with the next promise. */
    void note(JournalLine line);
}
