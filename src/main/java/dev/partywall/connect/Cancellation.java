package dev.partywall.connect;

import dev.partywall.failure.Failure;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;

/** One person's wish to stop: ends the statements running on the server, and the work between statements. */
public final class Cancellation {
    private final Set<Runnable> stoppers = ConcurrentHashMap.newKeySet();
    private volatile boolean cancelled;

    /** Something that can be stopped while it runs. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Stops what runs now and whatever would begin later. Waits until the server has been asked, so it is called from a thread
     * that may wait.
     *
     * @throws Failure when a server could not be asked; its statement goes on until its timeout
     */
    public void cancel() {
        cancelled = true;
        Failure failed = null;
        for (Runnable stopper : stoppers) {
            try {
                stopper.run();
            } catch (Failure failure) {
                failed = failure;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** @throws CancellationException when the person wished to stop */
    public void check() {
        if (cancelled) {
            throw new CancellationException("cancelled");
        }
    }

    /** Runs {@code stopper} when cancelled, from the cancelling thread, until the registration is closed. */
    public Registration register(Runnable stopper) {
        stoppers.add(stopper);
        if (cancelled) {
            stopper.run();
        }
        return () -> stoppers.remove(stopper);
    }
}
