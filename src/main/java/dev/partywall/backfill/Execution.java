package dev.partywall.backfill;

import dev.partywall.access.Inspection;
import dev.partywall.connect.Sql;
import dev.partywall.connect.WriteSession;
import dev.partywall.failure.Failure;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries out a plan on one session. */
final class Execution {
    private final Inspection inspection;
    private final WriteSession session;
    private final Control control;
    private final Consumer<Progress> listener;
    private final Mappings mappings = new Mappings();

    Execution(Inspection inspection, WriteSession session, Control control, Consumer<Progress> listener) {
        this.inspection = inspection;
        this.session = session;
        this.control = control;
        this.listener = listener;
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
        Plan plan = Identities.require(session, JournalFile.read(file)).header().plan();
        List<Target> targets = targets(plan, true);
        JournalFile found = JournalFile.read(file);
        JournalFile journal = Fates.decided(session, found, targets);
        session.rollback();
        if (journal.undoing()) {
            throw Failure.usage(
                    "The back-fill of " + file + " was undone, so it cannot be gone on with.",
                    "Finish undoing with --undo " + file + ", or make a new plan.");
        }
        try (Journal appended = Journal.append(journal)) {
            Fates.write(appended, found, journal);
            return run(plan, targets, appended, journal.set());
        }
    }

    /** Locked first, so that nobody else can change what is checked then. */
    private List<Target> targets(Plan plan, boolean patient) {
        for (Plan.Table table : plan.tables()) {
            Locks.take(session, Target.of(inspection, table.table()), patient);
        }
        return checked(plan, patient);
    }

    private List<Target> checked(Plan plan, boolean resumed) {
        new Throttle(session, plan.limits()).check();
        Checks checks = new Checks(inspection, session, mappings);
        checks.triggersOff(plan);
        List<Target> targets = plan.tables().stream()
                .map(table -> checks.planned(table, resumed))
                .toList();
        session.rollback();
        return targets;
    }

    private Outcome run(Plan plan, List<Target> targets, Ledger ledger, Map<Integer, Long> setBefore) {
        List<Outcome.Table> tables = new ArrayList<>();
        for (int i = 0; i < targets.size() && !control.isStopped(); i++) {
            tables.add(table(plan, i, targets.get(i), ledger, setBefore.getOrDefault(i, 0L)));
        }
        Outcome outcome = new Outcome(ledger.file(), control.isStopped(), tables);
        ledger.note(new JournalLine.Ended(outcome.stopped(), outcome.complete()));
        return outcome;
    }

    private Outcome.Table table(Plan plan, int index, Target target, Ledger ledger, long setBefore) {
        Plan.Table table = plan.tables().get(index);
        Pace pace = new Pace(
                new Pace.Where(
                        ledger.file(), target.name(), index + 1, plan.tables().size(), setBefore, table.rows()),
                new Throttle(session, plan.limits()),
                control,
                listener);
        Tally tally = new Tally(setBefore);
        Sql way = way(inspection, session, mappings, target, table.assignment());
        return new TableRun(session, ledger, plan, index, target, way, tally, pace).run();
    }

    /** Whose a row called t is; null where rows are deleted. */
    static @Nullable Sql way(
            Inspection inspection, WriteSession session, Mappings mappings, Target target, Assignment assignment) {
        if (assignment instanceof Assignment.Delete) {
            return null;
        }
        if (assignment instanceof Assignment.Listed listed) {
            mappings.load(session, target.relation(), listed);
        }
        return new Answers(inspection, Map.of(), mappings).of(target.relation(), assignment, "t");
    }
}
