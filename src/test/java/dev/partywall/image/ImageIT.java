package dev.partywall.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The image as somebody finds it who has no Java, or an old one. */
@DisabledOnOs(OS.WINDOWS)
class ImageIT {
    private static final Path LAUNCHER =
            Path.of("target/partywall/bin/partywall").toAbsolutePath();

    @TempDir
    Path elsewhere;

    @Test
    void bringsItsOwnJava() throws Exception {
        Ended ended = run(LAUNCHER, Map.of("PATH", "/usr/bin:/bin"), "--version");
        assertThat(ended).isEqualTo(new Ended(0, "partywall 0.1.0\n", ""));
    }

    @Test
    void isNotMisledByAnotherJava() throws Exception {
        Map<String, String> environment =
                Map.of("PATH", "/usr/bin:/bin", "JAVA_HOME", "/nonexistent", "CLASSPATH", "/x");
        assertThat(run(LAUNCHER, environment, "--version").exit()).isZero();
    }

    @Test
    void startsThroughALinkWithASpaceInItsName() throws Exception {
        Path first = Files.createSymbolicLink(elsewhere.resolve("party wall"), LAUNCHER);
        Path second = Files.createSymbolicLink(elsewhere.resolve("second"), first.getFileName());
        assertThat(run(second, Map.of("PATH", "/usr/bin:/bin"), "--version").exit())
                .isZero();
    }

    @Test
    void isFoundOnThePath() throws Exception {
        Map<String, String> environment = Map.of("PATH", LAUNCHER.getParent() + ":/usr/bin:/bin");
        assertThat(run(Path.of("partywall"), environment, "--version").exit()).isZero();
    }

    @Test
    void findsTheLeaksOfTheDemo() throws Exception {
        Ended ended = run(LAUNCHER, Map.of("PATH", "/usr/bin:/bin"), "verify", "--demo", "--format", "json");
        assertThat(ended.errors()).isEmpty();
        assertThat(ended.output()).startsWith("{").contains("\"partywall.report/1\"", "\"leaked\"");
        assertThat(ended.exit()).isEqualTo(1);
    }

    @Test
    void saysWhatToDoWhereThereIsNoDisplay() throws Exception {
        Ended ended = run(LAUNCHER, Map.of("PATH", "/usr/bin:/bin"));
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.output()).isEmpty();
        assertThat(ended.errors()).contains("partywall verify --demo").doesNotContain("Exception");
    }

    @Test
    void wrongUsageIsNeitherAFindingNorAFailure() throws Exception {
        assertThat(run(LAUNCHER, Map.of("PATH", "/usr/bin:/bin"), "--nonesuch").exit())
                .isEqualTo(64);
    }

    private record Ended(int exit, String output, String errors) {}

    private Ended run(Path program, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("/usr/bin/env", program.toString()));
        words.addAll(List.of(arguments));
        Path output = elsewhere.resolve("output");
        Path errors = elsewhere.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(elsewhere.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        int exit = process.waitFor();
        return new Ended(
                exit,
                Files.readString(output, StandardCharsets.UTF_8),
                Files.readString(errors, StandardCharsets.UTF_8));
    }
}
