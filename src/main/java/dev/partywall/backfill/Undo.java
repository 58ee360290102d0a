package dev.partywall.backfill;

import dev.partywall.access.Inspection;
import dev.partywall.connect.Cancellation;
import dev.partywall.connect.Row;
import dev.partywall.connect.Sql;
import dev.partywall.connect.WriteSession;
import dev.partywall.failure.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Takes back what a journal says was set: batch by batch from the last to the first, so that children let go of their
 * parents first. A row is undone only if it still is the very version the back-fill wrote.
 */
final class Undo {
    private final Inspection inspection;
    private final WriteSession session;
    private final Consumer<Progress> listener;
    private final Cancellation stop;
    private final Map<UndoOutcome.Reason, Long> skipped = new EnumMap<>(UndoOutcome.Reason.class);
    private long undone;

    Undo(Inspection inspection, WriteSession session, Consumer<Progress> listener, Cancellation stop) {
        this.inspection = inspection;
        this.session = session;
        this.listener = listener;
        this.stop = stop;
    }

    private record Fate(long transaction, String what) {}

    UndoOutcome undo(Path file) {
        JournalFile found = JournalFile.read(file);
        Identities.require(session, found);
        Plan plan = found.header().plan();
        List<Target> targets = targets(plan);
        found = JournalFile.read(file);
        JournalFile journal = Fates.decided(session, found);
        session.rollback();
        journal.entries().values().stream()
                .filter(entry -> entry.undoes() > 0 && entry.fate() == JournalFile.Fate.COMMITTED)
                .forEach(entry -> undone += entry.rows());
        try (Journal appended = Journal.append(journal)) {
            Fates.write(appended, found, journal);
            batches(journal, targets, appended);
        }
        return new UndoOutcome(file, undone, skipped, stop.isCancelled());
    }

    private List<Target> targets(Plan plan) {
        Checks checks = new Checks(inspection, session, new Mappings());
        List<Target> targets = plan.tables().stream()
                .map(table -> Target.of(inspection, table.table()))
                .toList();
        for (Target target : targets) {
            Locks.take(session, target, true);
            checks.privileged(target);
            if (target.column().notNull()) {
                throw Failure.incomplete(
                        "The tenant column of " + target.name() + " is NOT NULL by now, so nothing can be taken back.",
                        "ALTER TABLE " + target.name() + " ALTER COLUMN "
                                + target.quotedColumn().text() + " DROP NOT NULL; then run this again.");
            }
        }
        session.rollback();
        return targets;
    }

    private void batches(JournalFile journal, List<Target> targets, Journal appended) {
        Instant start = Instant.now();
        List<JournalFile.Entry> committed = journal.committed();
        long planned = committed.stream().mapToLong(JournalFile.Entry::rows).sum();
        for (JournalFile.Entry entry : committed.reversed()) {
            if (stop.isCancelled()) {
                return;
            }
            if (!journal.isUndone(entry.number())) {
                batch(journal, entry, targets.get(entry.table()), appended);
            }
            listener.accept(new Progress(
                    journal.file(),
                    targets.get(entry.table()).name(),
                    entry.table() + 1,
                    targets.size(),
                    undone,
                    planned,
                    0,
                    (int) entry.rows(),
                    Duration.between(start, Instant.now())));
        }
    }

    private void batch(JournalFile journal, JournalFile.Entry entry, Target target, Journal appended) {
        Sql sql = new BatchSql(target).undo(journal.rows(entry), entry.transaction());
        List<Fate> fates = session.list(sql, Undo::fate);
        session.execute(Sql.of("SET CONSTRAINTS ALL IMMEDIATE"));
        long rows = fates.stream().filter(fate -> fate.what().equals("UNDONE")).count();
        long number = appended.nextBatch();
        appended.promise(new JournalLine.Undo(
                number, entry.number(), fates.isEmpty() ? 0 : fates.getFirst().transaction(), rows));
        session.commit();
        appended.note(new JournalLine.Committed(number));
        undone += rows;
        fates.stream()
                .filter(fate -> !fate.what().equals("UNDONE"))
                .forEach(fate -> skipped.merge(UndoOutcome.Reason.valueOf(fate.what()), 1L, Long::sum));
    }

    private static Fate fate(Row row) {
        return new Fate(row.number(1), row.get(2));
    }
}
