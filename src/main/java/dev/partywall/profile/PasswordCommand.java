package dev.partywall.profile;

import dev.partywall.failure.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A program that prints a password. Messages name the program alone: its arguments may be nobody's business. */
final class PasswordCommand {
    private final List<String> words;
    private final Duration timeout;

    PasswordCommand(List<String> words, Duration timeout) {
        this.words = words;
        this.timeout = timeout;
    }

    /**
     * The first line it prints.
     *
     * @throws Failure when it cannot be started, fails, prints nothing, or takes too long
     */
    Password run() {
        Process process = start();
        CompletableFuture<@Nullable String> line = CompletableFuture.supplyAsync(() -> firstLine(process));
        try {
            String found = line.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (found == null || found.isEmpty()) {
                throw failure("printed no password" + exit(process));
            }
            return new Password(found);
        } catch (TimeoutException e) {
            throw failure("printed nothing within " + timeout.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            throw failure("broke off");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was interrupted");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start() {
        try {
            Process process = new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            return process;
        } catch (IOException | IndexOutOfBoundsException e) {
            throw failure("cannot be started");
        }
    }

    private static @Nullable String firstLine(Process process) {
        try (BufferedReader reader = process.inputReader()) {
            return reader.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String exit(Process process) throws InterruptedException {
        return process.waitFor(1, TimeUnit.SECONDS) ? " and ended with " + process.exitValue() : "";
    }

    private Failure failure(String what) {
        String program =
                Optional.of(words).filter(w -> !w.isEmpty()).map(List::getFirst).orElse("");
        return Failure.incomplete(
                "The password command " + program + " " + what + ".", "Run it in a terminal to see what it says.");
    }
}
