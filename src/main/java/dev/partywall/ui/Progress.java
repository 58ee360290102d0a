package dev.partywall.ui;

import dev.partywall.connect.Cancellation;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What a running call tells the screen. May be told from any thread and as often as one likes: only the newest is shown. */
public final class Progress {
    private final Job job;
    private final Executor screen;
    private final AtomicReference<@Nullable Step> newest = new AtomicReference<>();

    private record Step(double fraction, String text) {}

    Progress(Job job, Executor screen) {
        this.job = job;
        this.screen = screen;
    }

    /** The wish to stop, to be handed to whatever talks to the server. */
    public Cancellation cancellation() {
        return job.cancellation();
    }

    /** So many of so many; a total of 0 means that nobody knows. */
    public void tell(long done, long total, String text) {
        Step step = new Step(total <= 0 ? -1 : (double) done / total, text);
        if (newest.getAndSet(step) == null) {
            screen.execute(this::show);
        }
    }

    private void show() {
        Step step = newest.getAndSet(null);
        if (step != null) {
            job.show(step.fraction(), step.text());
        }
    }
}
