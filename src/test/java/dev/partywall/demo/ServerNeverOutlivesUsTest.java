package dev.partywall.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerNeverOutlivesUsTest {
    @ParameterizedTest
    @ValueSource(strings = {"return", "exit", "throw"})
    void endsWithTheProgram(String way) throws Exception {
        try (Owner owner = Owner.start(way)) {
            owner.assertNothingLeft();
        }
    }

    @Test
    void endsWhenTheProgramIsAskedToEnd() throws Exception {
        try (Owner owner = Owner.start("wait")) {
            owner.signal("TERM");
            owner.assertNothingLeft();
        }
    }

    @Test
    void endsOnControlC() throws Exception {
        try (Owner owner = Owner.start("wait")) {
            owner.signal("INT");
            owner.assertNothingLeft();
        }
    }

    @Test
    void endsWhenTheProgramIsKilled() throws Exception {
        try (Owner owner = Owner.start("wait")) {
            owner.signal("KILL");
            owner.assertNothingLeft();
        }
    }

    /** A JVM of its own that started a server. */
    private record Owner(Process process, ProcessHandle server, ProcessHandle watcher, Path data)
            implements AutoCloseable {
        private static final long PATIENCE_SECONDS = 60;

        static Owner start(String way) throws IOException {
            Process process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            ServerOwner.class.getName(),
                            way)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader output = process.inputReader();
            long server = Long.parseLong(output.readLine());
            Path data = Path.of(output.readLine());
            return new Owner(process, handle(server), handle(server).parent().orElse(handle(server)), data);
        }

        void signal(String name) throws Exception {
            List<String> kill = List.of("kill", "-s", name, String.valueOf(process.pid()));
            assertThat(new ProcessBuilder(kill).start().waitFor()).isZero();
        }

        void assertNothingLeft() throws Exception {
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            watcher.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(data.getParent()).doesNotExist();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }

        private static ProcessHandle handle(long pid) {
            return ProcessHandle.of(pid).orElseThrow();
        }
    }
}
