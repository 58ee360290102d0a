package dev.partywall.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How long the image takes to start: the command line, and the window until it was drawn once. The window needs a
 * display: without one it is drawn by JavaFX's headless platform, which says less.
 */
class StartBenchmark {
    private static final int RUNS = 10;
    private static final String LAUNCHER =
            Path.of("target/partywall/bin/partywall").toAbsolutePath().toString();
    private static final String CLOSE = "-Dpartywall.closeWhenShown=true";

    @Test
    void commandLine() throws Exception {
        print("partywall --version", List.of(LAUNCHER, "--version"), "");
        print("partywall explain rls-disabled", List.of(LAUNCHER, "explain", "rls-disabled"), "");
    }

    @Test
    void window() throws Exception {
        boolean display = System.getenv("DISPLAY") != null;
        String options = display ? CLOSE : CLOSE + " -Dglass.platform=Headless -Dprism.order=sw";
        print(display ? "window" : "window, headless", List.of(LAUNCHER), options);
    }

    private static void print(String what, List<String> words, String options)
            throws IOException, InterruptedException {
        long[] millis = new long[RUNS];
        for (int run = 0; run < RUNS; run++) {
            millis[run] = millis(words, options);
        }
        Arrays.sort(millis);
        System.out.printf("%s: median of %d %d ms, best %d ms%n", what, RUNS, millis[RUNS / 2], millis[0]);
    }

    private static long millis(List<String> words, String options) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(Map.of("JAVA_TOOL_OPTIONS", options));
        long start = System.nanoTime();
        assertThat(builder.start().waitFor()).isZero();
        return (System.nanoTime() - start) / 1_000_000;
    }
}
