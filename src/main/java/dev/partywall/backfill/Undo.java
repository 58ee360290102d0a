package dev.partywall.backfill;

import dev.partywall.access.Inspection;
import dev.partywall.connect.WriteSession;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes back what a journal says was done: batch by batch from the last to the first, so that children let go of their
 * parents first. A row is undone only if it still is the very version the back-fill wrote.
 */
final class Undo {
    private final Inspection inspection;
    private final WriteSession session;
    private final Control control;
    private final Consumer<Progress> listener;

    Undo(Inspection inspection, WriteSession session, Control control, Consumer<Progress> listener) {
        this.inspection = inspection;
        this.session = session;
        this.control = control;
        this.listener = listener;
    }

    UndoOutcome undo(Path file) {
        Plan plan = Identities.require(session, JournalFile.read(file)).header().plan();
        List<Target> targets = targets(plan);
        JournalFile found = JournalFile.read(file);
        JournalFile journal = Fates.decided(session, found, targets);
        session.rollback();
        try (Journal appended = Journal.append(journal)) {
            Fates.write(appended, found, journal);
            UndoTally tally = new UndoTally(journal);
            batches(journal, targets, appended, tally);
            appended.note(new JournalLine.Ended(control.isStopped(), tally.settled()));
            return tally.outcome(file, control.isStopped());
        }
    }

    private List<Target> targets(Plan plan) {
        Checks checks = new Checks(inspection, session, new Mappings());
        List<Target> targets = plan.tables().stream()
                .map(table -> Target.of(inspection, table.table()))
                .toList();
        for (int i = 0; i < targets.size(); i++) {
            Locks.take(session, targets.get(i), true);
            checks.undoable(plan.tables().get(i), targets.get(i));
        }
        session.rollback();
        return targets;
    }

    private void batches(JournalFile journal, List<Target> targets, Journal appended, UndoTally tally) {
        Plan plan = journal.header().plan();
        Throttle throttle = new Throttle(session, plan.limits());
        long planned =
                journal.committed().stream().mapToLong(JournalFile.Batch::rows).sum();
        for (JournalFile.Batch batch : journal.committed()) {
            Target target = targets.get(batch.table());
            Pace pace = new Pace(
                    new Pace.Where(
                            journal.file(), target.name(), batch.table() + 1, targets.size(), tally.undone(), planned),
                    throttle,
                    control,
                    listener);
            UndoChunks chunks = new UndoChunks(session, appended, plan, target, batch, tally, pace);
            List<JournalLine.Rows> all = journal.rows(batch);
            for (int i = all.size() - 1; i >= 0 && !control.isStopped(); i--) {
                BitSet settled = journal.settled(batch.number(), i);
                chunks.undo(i, all.get(i), settled);
            }
        }
    }
}
