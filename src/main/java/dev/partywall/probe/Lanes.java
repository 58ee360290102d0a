package dev.partywall.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Works through tasks, a few at once, and returns when all have ended: nothing goes on in the background. */
final class Lanes {
    private final Queue<Runnable> tasks;
    private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();

    private Lanes(List<Runnable> tasks) {
        this.tasks = new ConcurrentLinkedQueue<>(tasks);
    }

    /**
     * Runs them all, or until one throws.
     *
     * @param count how many at once, one of them on the calling thread
     */
    static void run(int count, List<Runnable> tasks) {
        Lanes lanes = new Lanes(tasks);
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < Math.min(count, tasks.size()); i++) {
            others.add(Thread.startVirtualThread(lanes::work));
        }
        lanes.work();
        others.forEach(Lanes::join);
        lanes.rethrow();
    }

    private void work() {
        try {
            for (Runnable task = tasks.poll(); task != null && broken.get() == null; task = tasks.poll()) {
                task.run();
            }
        } catch (RuntimeException | Error e) {
            broken.compareAndSet(null, e);
        }
    }

    /** A lane ends by itself, at the latest when its statement is cancelled on the server: so this waits for it. */
    private static void join(Thread lane) {
        boolean interrupted = false;
        while (lane.isAlive()) {
            try {
                lane.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void rethrow() {
        Throwable thrown = broken.get();
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
    }
}
