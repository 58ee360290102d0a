package dev.partywall.backfill;

import dev.partywall.access.Inspection;
import dev.partywall.connect.Cancellation;
import dev.partywall.connect.WriteSession;
import dev.partywall.failure.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Carries out a plan on one session. */
final class Execution {
    private final Inspection inspection;
    private final WriteSession session;
    private final Consumer<Progress> listener;
    private final Cancellation stop;
    private final Mappings mappings = new Mappings();

    Execution(Inspection inspection, WriteSession session, Consumer<Progress> listener, Cancellation stop) {
        this.inspection = inspection;
        this.session = session;
        this.listener = listener;
        this.stop = stop;
    }

    /** @throws Failure before anything was changed, when the plan does not fit; later when the server is lost */
    Outcome execute(Plan plan, Path file, String startedBy) {
        List<Target> targets = targets(plan, false);
        JournalLine.Header header =
                new JournalLine.Header(JournalLine.SCHEMA, plan, Identities.of(session), Instant.now(), startedBy);
        session.rollback();
        try (Journal journal = Journal.create(file, header)) {
            return run(plan, targets, journal, Map.of());
        }
    }

    /** Goes on where a run ended, however it ended. */
    Outcome resume(Path file) {
        JournalFile found = JournalFile.read(file);
        Identities.require(session, found);
        Plan plan = found.header().plan();
        List<Target> targets = targets(plan, true);
        JournalFile journal = Fates.decided(session, JournalFile.read(file));
        if (journal.undoing()) {
            throw Failure.usage(
                    "The back-fill of " + file + " was undone, so it cannot be gone on with.",
                    "Finish undoing with --undo " + file + ", or make a new plan.");
        }
        session.rollback();
        try (Journal appended = Journal.append(journal)) {
            Fates.write(appended, found, journal);
            return run(plan, targets, appended, set(journal));
        }
    }

    private static Map<Integer, Long> set(JournalFile journal) {
        Map<Integer, Long> set = new java.util.HashMap<>();
        journal.committed().forEach(entry -> set.merge(entry.table(), entry.rows(), Long::sum));
        return set;
    }

    /** Locked first, so that nobody else can change what is checked then. */
    private List<Target> targets(Plan plan, boolean patient) {
        for (Plan.Table table : plan.tables()) {
            Locks.take(session, Target.of(inspection, table.table()), patient);
        }
        Checks checks = new Checks(inspection, session, mappings);
        return plan.tables().stream().map(checks::planned).toList();
    }

    private Outcome run(Plan plan, List<Target> targets, Journal journal, Map<Integer, Long> setBefore) {
        List<Outcome.Table> tables = new ArrayList<>();
        for (int i = 0; i < targets.size() && !stop.isCancelled(); i++) {
            tables.add(table(plan, i, targets.get(i), journal, setBefore.getOrDefault(i, 0L)));
        }
        return new Outcome(journal.file(), stop.isCancelled(), tables);
    }

    private Outcome.Table table(Plan plan, int index, Target target, Journal journal, long setBefore) {
        Assignment assignment = plan.tables().get(index).assignment();
        if (assignment instanceof Assignment.Listed listed) {
            mappings.load(session, target.relation(), listed);
        }
        var answer = new Answers(inspection, Map.of(), mappings).of(target.relation(), assignment, "t");
        Instant start = Instant.now();
        Consumer<TableRun.Step> steps = step -> listener.accept(new Progress(
                journal.file(),
                target.name(),
                index + 1,
                plan.tables().size(),
                step.tally().set(),
                plan.tables().get(index).rows(),
                step.tally().aside(),
                step.rows(),
                Duration.between(start, Instant.now())));
        return new TableRun(session, journal, plan, index, target, answer, setBefore, steps, stop).run();
    }
}
