package dev.partywall.ui.probes;

import dev.partywall.access.Inspection;
import dev.partywall.probe.Estimate;
import dev.partywall.probe.Probes;
import dev.partywall.probe.Verdict;
import dev.partywall.report.PastRun;
import dev.partywall.report.Report;
import dev.partywall.report.Verification;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Job;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Pause;
import dev.partywall.ui.Progress;
import dev.partywall.ui.Texts;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import org.jspecify.annotations.Nullable;

/** Runs the probe for the screen, all of it or a part; keeps whole runs, and finds the one before. */
final class Runs {
    private final Desk desk;
    private final Lane lane;
    private final Lane reading;
    private final Lane estimating;
    private final Pause pause = new Pause();

    /**
     * What a run came to.
     *
     * @param before the run to compare with; null when there was none, or it cannot be read
     */
    record Result(Report report, @Nullable PastRun before) {}

    Runs(Desk desk) {
        this.desk = desk;
        this.lane = desk.work().lane();
        this.reading = desk.work().lane();
        this.estimating = desk.work().lane();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return lane.busyProperty();
    }

    /** @param coming told of verdicts as they come, on the screen's thread */
    Job start(Scope scope, boolean readOnly, Consumer<List<Verdict>> coming, Consumer<Result> whenDone) {
        pause.open();
        Inspection found = desk.found();
        Consumer<Verdict> each = desk.work().feed(coming);
        @Nullable Report older = scope.isEverything() ? null : desk.run().get();
        return lane.start(
                Texts.say("probes.job"),
                told -> {
                    Report fresh = Verification.run(
                            desk.link(),
                            found,
                            EnumSet.of(Verification.Part.PROBE),
                            scope.plan(readOnly),
                            told.cancellation(),
                            new Steps(told, each));
                    return older == null ? kept(fresh, scope) : new Result(together(older, fresh, scope), null);
                },
                whenDone);
    }

    /** Takes the run's steps to the screen, and waits where a person wants it to. */
    private final class Steps implements dev.partywall.probe.Progress {
        private final Progress screen;
        private final Consumer<Verdict> each;

        Steps(Progress screen, Consumer<Verdict> each) {
            this.screen = screen;
            this.each = each;
        }

        @Override
        public void at(int done, int total, String what) {
            screen.tell(done, total, what);
            pause.pass();
            screen.cancellation().check();
        }

        @Override
        public void told(Verdict verdict) {
            each.accept(verdict);
        }
    }

    /** Tells what a run would be, if that can be told. */
    void estimate(boolean readOnly, Consumer<Estimate> listener) {
        estimating.start(
                Texts.say("probes.estimate.job"),
                told -> Probes.estimate(
                        desk.link().stoppedBy(told.cancellation()), desk.found(), Scope.EVERYTHING.plan(readOnly)),
                listener);
    }

    private Result kept(Report fresh, Scope scope) {
        List<Instant> times = desk.history().times();
        PastRun before = times.isEmpty() ? null : desk.history().read(times.getFirst());
        if (scope.isEverything()) {
            desk.history().keep(fresh);
        }
        return new Result(fresh, before);
    }

    /** The older run with the attempts of the scope made anew. */
    private static Report together(Report older, Report fresh, Scope scope) {
        List<Verdict> verdicts = Stream.concat(
                        older.verdicts().stream().filter(verdict -> !scope.covers(verdict)), fresh.verdicts().stream())
                .toList();
        return new Report(
                older.startedAt(),
                fresh.finishedAt(),
                fresh.place(),
                fresh.inspection(),
                fresh.parts(),
                fresh.findings(),
                fresh.exceptions(),
                verdicts,
                fresh.problems(),
                fresh.probes());
    }

    /** The earlier runs, newest first. */
    void times(Consumer<List<Instant>> listener) {
        reading.start(
                Texts.say("probes.history.job"), progress -> desk.history().times(), listener);
    }

    void read(Instant run, Consumer<PastRun> listener) {
        reading.start(
                Texts.say("probes.history.job"), progress -> desk.history().read(run), listener);
    }

    void pause(boolean wanted) {
        if (wanted) {
            pause.close();
        } else {
            pause.open();
        }
    }

    void cancel() {
        pause.open();
        estimating.cancel();
        lane.cancel();
    }
}
