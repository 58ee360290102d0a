package dev.partywall.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of our own, listening on a free port of the loopback address. Its superuser is {@code postgres}.
 * It is stopped when closed and however else this program ends.
 */
public final class EmbeddedServer implements AutoCloseable {
    private final ServerProcess process;
    private final int port;
    private final @Nullable Path passwordFile;
    private final Thread atExit = new Thread(this::stop, "stop-embedded-server");

    private EmbeddedServer(ServerProcess process, int port, @Nullable Path passwordFile) {
        this.process = process;
        this.port = port;
        this.passwordFile = passwordFile;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * A server whose data go when it is closed, and which asks nobody for a password.
     *
     * @throws dev.partywall.failure.Failure when it cannot be started here
     */
    public static EmbeddedServer start() {
        return start(RunAs.find(), Map.of());
    }

    /** The same with settings of {@code postgresql.conf}. */
    public static EmbeddedServer start(Map<String, String> settings) {
        return start(RunAs.find(), settings);
    }

    static EmbeddedServer start(RunAs runAs, Map<String, String> settings) {
        Binaries binaries = Binaries.unpacked(Cache.folder());
        Path folder = temporaryFolder();
        new DataDirectory(binaries, runAs).makeTemporary(folder.resolve("data"));
        runAs.hand(folder);
        int port = ServerProcess.freePort(0);
        ServerProcess process =
                ServerProcess.start(new ServerProcess.Plan(binaries, runAs, folder, true, port, settings));
        return new EmbeddedServer(process, port, null);
    }

    /**
     * A server whose data stay in {@code folder} and are found there the next time. It asks for passwords; the
     * superuser's is in {@link #passwordFile}.
     *
     * @param folder new, empty, or of an earlier call
     * @throws dev.partywall.failure.Failure when the folder holds something else or is in use
     */
    public static EmbeddedServer keep(Path folder) {
        RunAs runAs = RunAs.find();
        KeptFolder kept = new KeptFolder(folder.toAbsolutePath());
        Binaries binaries = Binaries.unpacked(Cache.folder());
        kept.prepare(new DataDirectory(binaries, runAs));
        int port = ServerProcess.freePort(kept.port());
        ServerProcess process =
                ServerProcess.start(new ServerProcess.Plan(binaries, runAs, kept.folder(), false, port, Map.of()));
        kept.remember(port);
        return new EmbeddedServer(process, port, kept.passwordFile());
    }

    public int port() {
        return port;
    }

    /** JDBC URL of a database, without a user. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The file whose first line is the password of every role; null when no password is asked for. */
    public @Nullable Path passwordFile() {
        return passwordFile;
    }

    /** A connection as {@code postgres}. */
    Connection superuser(String database) throws SQLException {
        String password = password();
        return DriverManager.getConnection(url(database), "postgres", password == null ? "" : password);
    }

    /** The password of every role; null when none is asked for. */
    @Nullable
    String password() {
        try {
            return passwordFile == null ? null : Files.readString(passwordFile).strip();
        } catch (IOException e) {
            throw ServerFailures.io("read " + passwordFile, e);
        }
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The program is ending: the hook may run, and stopping twice is harmless.
            return;
        }
    }

    private void stop() {
        process.stop();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("partywall-pg-");
        } catch (IOException e) {
            throw ServerFailures.io("make a temporary folder", e);
        }
    }
}
