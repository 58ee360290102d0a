package dev.partywall.backfill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What became of the rows to undo, in this run and those before it. */
final class UndoTally {
    private final Map<UndoOutcome.Reason, Long> skipped = new EnumMap<>(UndoOutcome.Reason.class);
    private final List<SetAside> aside = new ArrayList<>();
    private long undone;
    private long held;

    UndoTally(JournalFile before) {
        undone = before.undone();
        skipped.putAll(before.skipped());
    }

    void add(JournalLine.Undo committed) {
        undone += committed.undone();
        committed.skipped().forEach((reason, rows) -> skipped.merge(reason, rows, Long::sum));
    }

    void add(SetAside row) {
        aside.add(row);
    }

    void held() {
        held++;
    }

    long undone() {
        return undone;
    }

    int aside() {
        return aside.size();
    }

    /** Whether there is nothing to come back to. */
    boolean settled() {
        return held == 0 && aside.isEmpty();
    }

    UndoOutcome outcome(Path journal, boolean stopped) {
        return new UndoOutcome(journal, undone, skipped, held, aside, stopped);
    }
}
