package dev.partywall.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A running server and the small script ({@code watch.sh}) that is its parent. The script stops the server when its
 * input ends, which happens however this program ends, kill -9 included.
 */
final class ServerProcess {
    private static final long READY_SECONDS = 60;
    private static final long POLL_MILLIS = 5;
    private static final boolean SETSID = Command.succeeds(List.of("setsid", "true"));

    private final Process watcher;

    private ServerProcess(Process watcher) {
        this.watcher = watcher;
    }

    /**
     * How to start one.
     *
     * @param folder holds {@code data}, {@code server.log} and the script
     * @param temporary whether the folder goes when the server ends, which then need not write anything down
     */
    record Plan(
            Binaries binaries, RunAs runAs, Path folder, boolean temporary, int port, Map<String, String> settings) {
        Path data() {
            return folder.resolve("data");
        }

        Path log() {
            return folder.resolve("server.log");
        }
    }

    /** Starts and waits until connections are accepted. */
    static ServerProcess start(Plan plan) {
        try {
            Path script = plan.folder().resolve("watch.sh");
            Files.write(script, resource("watch.sh"));
            ServerProcess process =
                    new ServerProcess(Command.of(words(plan, script)).start());
            process.awaitReady(plan);
            return process;
        } catch (IOException e) {
            throw ServerFailures.couldNotRun("server", e);
        }
    }

    /** Stops the server and waits until it is gone. Harmless when repeated. */
    void stop() {
        try {
            watcher.getOutputStream().close();
            watcher.waitFor();
        } catch (IOException e) {
            throw ServerFailures.io("stop the embedded server", e);
        } catch (InterruptedException e) {
            throw Command.interrupted(e);
        }
    }

    /** A port of the loopback address that is free now; the wished one if it is. */
    static int freePort(int wished) {
        for (int port : new int[] {wished, 0}) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
                return socket.getLocalPort();
            } catch (IOException e) {
                if (port == 0) {
                    throw ServerFailures.io("find a free port", e);
                }
            }
        }
        throw new IllegalStateException("unreachable");
    }

    private static List<String> words(Plan plan, Path script) {
        // A session of its own: Ctrl-C in the terminal reaches Partywall alone, which then stops the server in order.
        List<String> words = new ArrayList<>(SETSID ? List.of("setsid") : List.of());
        words.addAll(List.of("sh", script.toString()));
        words.addAll(List.of(
                plan.temporary() ? "QUIT" : "INT",
                plan.data().toString(),
                plan.log().toString(),
                plan.temporary() ? plan.folder().toString() : ""));
        words.addAll(plan.runAs()
                .command(List.of(
                        plan.binaries().program("postgres"), "-D", plan.data().toString())));
        settings(plan).forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        return words;
    }

    private static Map<String, String> settings(Plan plan) {
        Map<String, String> settings = new java.util.TreeMap<>(Map.of(
                "port", String.valueOf(plan.port()),
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "max_connections", "200",
                "shared_buffers", "64MB"));
        if (plan.temporary()) {
            settings.putAll(Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off"));
        }
        settings.putAll(plan.settings());
        return settings;
    }

    private void awaitReady(Plan plan) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        try {
            while (!ready(plan.data())) {
                if (watcher.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw ServerFailures.ended(
                            new String(watcher.getInputStream().readAllBytes(), UTF_8));
                }
                if (System.nanoTime() > end) {
                    stop();
                    throw ServerFailures.silent();
                }
            }
        } catch (InterruptedException e) {
            stop();
            throw Command.interrupted(e);
        }
    }

    /** The server says so in the last line of its lock file. */
    private static boolean ready(Path data) throws IOException {
        Path lock = data.resolve("postmaster.pid");
        return Files.exists(lock) && Files.readString(lock).stripTrailing().endsWith("\nready");
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = ServerProcess.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return stream.readAllBytes();
        }
    }
}
