package dev.partywall.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the folder a server keeps its databases in. */
record DataDirectory(Binaries binaries, RunAs runAs) {

    /** One without passwords and without fsync: a copy of one made earlier, which is much faster than initdb. */
    void makeTemporary(Path data) {
        Path template = binaries.home()
                .resolveSibling(
                        binaries.home().getFileName() + "-data" + (runAs.owner().isEmpty() ? "" : "-" + runAs.owner()));
        if (!Files.isDirectory(template)) {
            Cache.makeOnce(template, "make the embedded server's first database", draft -> {
                runAs.hand(draft);
                initdb(draft, List.of("-A", "trust", "--no-sync", "--wal-segsize=1"));
            });
        }
        Command.run(List.of("cp", "-R", "-p", template.toString(), data.toString()));
    }

    /**
     * One that lasts: passwords are asked for (SCRAM), everything reaches the disk.
     *
     * @param passwordFile holds the superuser's password in its first line
     */
    void makeKept(Path data, Path passwordFile) {
        Path draft = data.resolveSibling("data.new");
        try {
            Cache.remove(draft);
            Files.createDirectory(draft);
            // A copy, because the server's user may be another than ours and must be able to read it.
            Path copy = Files.copy(
                    passwordFile,
                    data.resolveSibling("password.new"),
                    StandardCopyOption.COPY_ATTRIBUTES,
                    StandardCopyOption.REPLACE_EXISTING);
            runAs.hand(draft);
            runAs.hand(copy);
            initdb(draft, List.of("-A", "scram-sha-256", "--pwfile=" + copy));
            Files.delete(copy);
            Files.move(draft, data);
        } catch (IOException e) {
            throw ServerFailures.io("make a server in " + data.getParent(), e);
        }
    }

    /**
     * Removes what a server left that did not end by itself; a server that runs is never touched.
     *
     * @throws dev.partywall.failure.Failure when a server runs on this folder
     */
    static void removeStaleLock(Path data) {
        Path lock = data.resolve("postmaster.pid");
        @Nullable Long process = leader(lock);
        if (process == null) {
            return;
        }
        boolean alive = ProcessHandle.of(process)
                .flatMap(handle -> handle.info().command())
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
        if (alive) {
            throw ServerFailures.inUse(data, process);
        }
        try {
            Files.delete(lock);
        } catch (IOException e) {
            throw ServerFailures.io("remove " + lock, e);
        }
    }

    private static @Nullable Long leader(Path lock) {
        try (Stream<String> lines = Files.lines(lock)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf).orElse(0L);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw ServerFailures.io("read " + lock, e);
        }
    }

    private void initdb(Path data, List<String> options) {
        List<String> words = new ArrayList<>(List.of(binaries.program("initdb"), "-D", data.toString()));
        words.addAll(List.of("-U", "postgres", "-E", "UTF8", "--locale=C"));
        words.addAll(options);
        Command.run(runAs.command(words));
    }
}
