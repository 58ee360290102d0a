package dev.partywall.ui.backfill;

import dev.partywall.backfill.Backfill;
import dev.partywall.backfill.Control;
import dev.partywall.backfill.Outcome;
import dev.partywall.backfill.Plan;
import dev.partywall.backfill.Progress;
import dev.partywall.backfill.UndoOutcome;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Texts;
import dev.partywall.ui.Trouble;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The one run of a back-fill, or of its undoing, that may be under way: paused, gone on with, stopped between batches. */
final class Running {
    private final Engine engine;
    private final Lane lane;
    private final Consumer<Progress> feed;
    private final ObjectProperty<@Nullable Progress> at = new SimpleObjectProperty<>();
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final BooleanProperty stopping = new SimpleBooleanProperty();
    private Control control = new Control();

    /** Something the engine does for long, under a control, telling its progress. */
    @FunctionalInterface
    private interface Call<T> {
        T on(Backfill engine, Control control, Consumer<Progress> listener);
    }

    Running(Desk desk, Engine engine) {
        this.engine = engine;
        this.lane = desk.work().lane();
        this.feed = desk.work().feed(this::told);
    }

    private void told(List<Progress> bundle) {
        at.set(bundle.getLast());
    }

    /** How far it is; null before the first batch. */
    ObjectProperty<@Nullable Progress> at() {
        return at;
    }

    ReadOnlyBooleanProperty busy() {
        return lane.busyProperty();
    }

    BooleanProperty paused() {
        return paused;
    }

    /** Whether somebody stopped it, and the batch under way is not done yet. */
    BooleanProperty stopping() {
        return stopping;
    }

    void execute(Plan plan, Consumer<Outcome> done, Consumer<Trouble> failed) {
        start(
                Texts.say("backfill.running"),
                (doer, hand, listener) -> doer.execute(
                        plan, engine.journals().resolve(doer.usualJournal(plan).getFileName()), hand, listener),
                done,
                failed);
    }

    void resume(Path journal, Consumer<Outcome> done, Consumer<Trouble> failed) {
        start(
                Texts.say("backfill.resuming"),
                (doer, hand, listener) -> doer.resume(journal, hand, listener),
                done,
                failed);
    }

    void undo(Path journal, Consumer<UndoOutcome> done, Consumer<Trouble> failed) {
        start(
                Texts.say("backfill.undoing"),
                (doer, hand, listener) -> doer.undo(journal, hand, listener),
                done,
                failed);
    }

    private <T> void start(String title, Call<T> call, Consumer<T> done, Consumer<Trouble> failed) {
        if (lane.isBusy()) {
            return;
        }
        Control hand = new Control();
        control = hand;
        at.set(null);
        paused.set(false);
        stopping.set(false);
        lane.start(
                title,
                told -> {
                    told.cancellation().register(hand::stop);
                    return call.on(engine.writing(told), hand, step -> {
                        told.tell(step.done(), step.planned(), RunText.step(step));
                        feed.accept(step);
                    });
                },
                done,
                failed);
    }

    void pause() {
        control.pause();
        paused.set(true);
    }

    void proceed() {
        control.proceed();
        paused.set(false);
    }

    /** After the batch under way; what was done stays done, and can be resumed or undone. */
    void stop() {
        control.stop();
        stopping.set(lane.isBusy());
    }
}
