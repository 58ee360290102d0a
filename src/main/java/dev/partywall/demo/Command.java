package dev.partywall.demo;

import dev.partywall.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Programs of the system, run without the caller's PostgreSQL environment. */
final class Command {
    private Command() {}

    /** A process not yet started, its errors among its output; neither PG* variables nor a locale reach it. */
    static ProcessBuilder of(List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG"));
        environment.put("LC_ALL", "C");
        return builder;
    }

    /** Whether the command exists and ends well. */
    static boolean succeeds(List<String> words) {
        try {
            Process process =
                    of(words).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * Runs to the end and returns what it printed.
     *
     * @throws Failure with the command's last line when it ends badly
     */
    static String run(List<String> words) {
        try {
            Process process = of(words).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw ServerFailures.couldNotRun(words.getFirst(), output);
            }
            return output;
        } catch (IOException e) {
            throw ServerFailures.couldNotRun(words.getFirst(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static List<String> join(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    static Failure interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return Failure.incomplete("Starting the server was interrupted.", "Start it again.", null, cause);
    }
}
