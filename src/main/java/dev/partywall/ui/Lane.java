package dev.partywall.ui;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/** Work of one kind for one screen: only the newest counts, what was begun before is cancelled and its result dropped. */
public final class Lane {
    private final Work work;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private @Nullable Job current;
    private long turn;

    Lane(Work work) {
        this.work = work;
    }

    /** Whether the newest job still runs. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public boolean isBusy() {
        return busy.get();
    }

    /** Runs {@code call} in place of whatever ran here; a failure is shown in the window. */
    public <T> Job start(String title, Work.Call<T> call, Consumer<? super T> whenDone) {
        return start(title, call, whenDone, trouble -> work.report(trouble.cause()));
    }

    /** As above, with the failure handed to the screen. */
    public <T> Job start(String title, Work.Call<T> call, Consumer<? super T> whenDone, Consumer<Trouble> whenFailed) {
        cancel();
        long mine = ++turn;
        busy.set(true);
        Job job = work.start(
                title,
                call,
                result -> ifCurrent(mine, () -> whenDone.accept(result)),
                trouble -> ifCurrent(mine, () -> whenFailed.accept(trouble)));
        job.whenStopped(() -> ifCurrent(mine, () -> {}));
        current = busy.get() ? job : null;
        return job;
    }

    private void ifCurrent(long mine, Runnable step) {
        if (mine == turn) {
            current = null;
            busy.set(false);
            step.run();
        }
    }

    /** Stops what runs; its result is not shown any more. */
    public void cancel() {
        Job job = current;
        if (job != null) {
            job.cancel();
        }
    }
}
