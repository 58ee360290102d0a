package dev.partywall.profile;

import dev.partywall.failure.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program that prints a password. Messages name the program alone: its arguments may be nobody's business. */
final class PasswordCommand {
    private final List<String> words;
    private final Duration timeout;

    PasswordCommand(List<String> words, Duration timeout) {
        this.words = words;
        this.timeout = timeout;
    }

    /**
     * The first line it prints; it is left to end by itself.
     *
     * @throws Failure when it cannot be started, fails, prints nothing, or takes too long
     */
    Password run() {
        Process process = start();
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failure("did not end within " + timeout.toSeconds() + " seconds");
            }
            if (process.exitValue() != 0) {
                throw failure("ended with " + process.exitValue());
            }
            return firstLine(process);
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

    private Password firstLine(Process process) {
        try (BufferedReader reader = process.inputReader()) {
            String line = reader.readLine();
            if (line == null || line.isEmpty()) {
                throw failure("printed no password");
            }
            return new Password(line);
        } catch (IOException e) {
            throw failure("broke off");
        }
    }

    private Failure failure(String what) {
        String program =
                Optional.of(words).filter(w -> !w.isEmpty()).map(List::getFirst).orElse("");
        return Failure.incomplete(
                "The password command " + program + " " + what + ".", "Run it in a terminal to see what it says.");
    }
}
