package dev.partywall.backfill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Keeps nothing but a few rows to show: what is rehearsed is not committed. */
final class RehearsedLedger implements Ledger {
    static final Path NOWHERE = Path.of("rehearsal");
    private static final int SAMPLES = 5;

    private final List<Rehearsal.Sample> samples = new ArrayList<>();
    private long batches;

    @Override
    public Path file() {
        return NOWHERE;
    }

    @Override
    public long nextBatch() {
        return ++batches;
    }

    @Override
    public void promise(JournalLine line) {
        if (line instanceof JournalLine.Batch batch) {
            batch.rows().forEach(this::take);
        }
    }

    private void take(JournalLine.Rows rows) {
        for (int i = 0; i < rows.size() && samples.size() < SAMPLES; i++) {
            samples.add(new Rehearsal.Sample(rows.key(i), Objects.requireNonNullElse(rows.tenant(), "")));
        }
    }

    @Override
    public void note(JournalLine line) {
        // Nobody reads it.
    }

    List<Rehearsal.Sample> samples() {
        return List.copyOf(samples);
    }
}
