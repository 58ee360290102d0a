package dev.partywall.backfill;

import dev.partywall.connect.Cancellation;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A person's hand on a run: pause, go on, stop. Obeyed between batches, never within one. May be used by several threads.
 */
public final class Control {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean paused;
    private boolean stopped;

    /** One that is stopped when {@code cancellation} is cancelled. */
    public static Control of(Cancellation cancellation) {
        Control control = new Control();
        cancellation.register(control::stop);
        return control;
    }

    public void pause() {
        change(() -> paused = true);
    }

    /** Ends a pause. */
    public void proceed() {
        change(() -> paused = false);
    }

    /** For good; a pause ends with it. */
    public void stop() {
        change(() -> stopped = true);
    }

    public boolean isPaused() {
        return locked(() -> paused && !stopped);
    }

    public boolean isStopped() {
        return locked(() -> stopped);
    }

    /** Waits until somebody pauses, proceeds or stops, at most this long; an interrupted thread stops. */
    void await(Duration most) {
        lock.lock();
        try {
            long left = stopped ? 0 : most.toNanos();
            boolean before = paused;
            while (left > 0 && !stopped && paused == before) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean locked(java.util.function.BooleanSupplier asked) {
        lock.lock();
        try {
            return asked.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }
}
