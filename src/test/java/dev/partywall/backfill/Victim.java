package dev.partywall.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Runs {@link CrashingRun} in a program of its own and kills it (SIGKILL) a moment after it has told of some batches. */
record Victim(Path folder, String url, Path plan, Path journal, Random random) {
    /** Whether it was killed before it came to its end. */
    boolean killed(String what) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CrashingRun.class.getName(),
                        what,
                        url,
                        plan.toString(),
                        journal.toString())
                .redirectError(errors.toFile())
                .start();
        int batches = random.nextInt(16);
        try (BufferedReader told =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            boolean more = true;
            for (int i = 0; i <= batches && more; i++) {
                more = told.readLine() != null;
            }
            LockSupport.parkNanos(random.nextInt(10_000_000));
            process.destroyForcibly().waitFor();
        }
        assertThat(journal).as(() -> read(errors)).exists();
        return process.exitValue() == 137;
    }

    private static String read(Path errors) {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
