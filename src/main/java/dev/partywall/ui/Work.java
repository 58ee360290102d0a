package dev.partywall.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The only place with threads. Runs what takes time away from the screen's thread, and brings the result, the progress or
 * the failure back to it. No failure is lost: one that nobody handles goes to {@link #onTrouble}.
 */
public final class Work {
    private final Executor background;
    private final Executor screen;
    private final ObservableList<Job> running = FXCollections.observableArrayList();
    private Consumer<Trouble> troubleshooter = trouble -> {
        throw new IllegalStateException(trouble.message(), trouble.cause());
    };

    /** What takes time. Runs away from the screen's thread and touches no node. */
    @FunctionalInterface
    public interface Call<T> {
        T run(Progress progress) throws Exception;
    }

    private Work(Executor background, Executor screen) {
        this.background = background;
        this.screen = screen;
    }

    /** For the window. Virtual threads are daemons: none keeps the program alive. */
    public static Work threaded() {
        return new Work(Executors.newVirtualThreadPerTaskExecutor(), Work::onScreenThread);
    }

    /** For tests: everything happens at once, on the thread that asks. */
    public static Work atOnce() {
        return new Work(Runnable::run, Runnable::run);
    }

    private static void onScreenThread(Runnable step) {
        if (Platform.isFxApplicationThread()) {
            step.run();
        } else {
            Platform.runLater(step);
        }
    }

    /** Where failures go that no job handles itself. */
    public void onTrouble(Consumer<Trouble> listener) {
        this.troubleshooter = listener;
    }

    /** Shows a failure that happened on the screen's thread. */
    public void report(Throwable failure) {
        screen.execute(() -> troubleshooter.accept(Trouble.of(failure)));
    }

    /** What runs now, oldest first. To be read on the screen's thread. */
    public ObservableList<Job> running() {
        return running;
    }

    /** Runs {@code call}, then {@code whenDone} on the screen's thread; a failure is shown in the window. */
    public <T> Job start(String title, Call<T> call, Consumer<? super T> whenDone) {
        return start(title, call, whenDone, trouble -> troubleshooter.accept(trouble));
    }

    /** As above, for those who show a failure where it happened. */
    public <T> Job start(String title, Call<T> call, Consumer<? super T> whenDone, Consumer<Trouble> whenFailed) {
        Job job = new Job(title, stopping -> background.execute(stopping::cancel));
        Progress progress = new Progress(job, screen);
        running.add(job);
        background.execute(() -> run(job, progress, call, whenDone, whenFailed));
        return job;
    }

    private <T> void run(
            Job job, Progress progress, Call<T> call, Consumer<? super T> whenDone, Consumer<Trouble> whenFailed) {
        try {
            T result = call.run(progress);
            finish(job, () -> whenDone.accept(result));
        } catch (Throwable failure) {
            finish(job, () -> failed(job, failure, whenFailed));
        }
    }

    private void failed(Job job, Throwable failure, Consumer<Trouble> whenFailed) {
        boolean wished = job.cancellation().isCancelled() || failure instanceof CancellationException;
        if (wished) {
            job.stopped();
        } else {
            whenFailed.accept(Trouble.of(failure));
        }
    }

    private void finish(Job job, Runnable step) {
        screen.execute(() -> {
            running.remove(job);
            try {
                step.run();
            } catch (RuntimeException e) {
                troubleshooter.accept(Trouble.of(e));
            } finally {
                job.end();
            }
        });
    }

    /** Work of which only the newest counts: starting again cancels what was begun before. */
    public Lane lane() {
        return new Lane(this);
    }

    /** A sink any thread may write to; what arrives is handed over in bundles on the screen's thread. */
    public <T> Consumer<T> feed(Consumer<List<T>> receiver) {
        List<T> waiting = new ArrayList<>();
        return item -> {
            boolean first;
            synchronized (waiting) {
                first = waiting.isEmpty();
                waiting.add(item);
            }
            if (first) {
                screen.execute(() -> receiver.accept(drain(waiting)));
            }
        };
    }

    private static <T> List<T> drain(List<T> waiting) {
        synchronized (waiting) {
            List<T> bundle = List.copyOf(waiting);
            waiting.clear();
            return bundle;
        }
    }

    /** Asks a person something on the screen's thread and waits for the answer. For background work only. */
    public <T extends @Nullable Object> T ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        screen.execute(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.join();
    }

    /** Runs something small later in the background whose result nobody waits for; its failure is still shown. */
    public void aside(Runnable step) {
        background.execute(() -> {
            try {
                step.run();
            } catch (RuntimeException e) {
                report(e);
            }
        });
    }
}
