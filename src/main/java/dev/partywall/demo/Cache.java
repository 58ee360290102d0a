package dev.partywall.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Where unpacked programs are kept between runs. Only a folder that nobody else can write to is trusted. */
final class Cache {
    /** Others may look: where root starts the server as nobody, that user needs the programs. */
    static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private Cache() {}

    /** Fills a new, empty folder. */
    interface Filling {
        void into(Path folder) throws IOException;
    }

    /** The first of the usual places that is ours. */
    static Path folder() {
        return candidates().filter(Cache::usable).findFirst().orElseGet(Cache::passing);
    }

    /** Makes the folder whole or not at all, also when several processes make it at the same moment. */
    static void makeOnce(Path folder, String doing, Filling filling) {
        Path draft = folder.resolveSibling(
                folder.getFileName() + "." + ProcessHandle.current().pid() + "." + System.nanoTime());
        try {
            Files.createDirectory(draft);
            Files.setPosixFilePermissions(draft, READABLE);
            filling.into(draft);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            remove(draft);
        } catch (IOException e) {
            remove(draft);
            throw ServerFailures.io(doing, e);
        }
    }

    /** Removes the folder and all in it; what is gone already is no error. */
    static void remove(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            if (Files.exists(folder)) {
                throw ServerFailures.io("remove " + folder, e);
            }
        }
    }

    private static Stream<Path> candidates() {
        String user = System.getProperty("user.name");
        Path own = "root".equals(user)
                ? Path.of("/var/cache/partywall")
                : Path.of(Objects.requireNonNullElse(
                                System.getenv("XDG_CACHE_HOME"), System.getProperty("user.home") + "/.cache"))
                        .resolve("partywall");
        return List.of(own, temporary().resolve("partywall-" + user)).stream();
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static boolean usable(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, READABLE);
            }
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
            return Files.getOwner(folder).getName().equals(System.getProperty("user.name"))
                    && !permissions.contains(PosixFilePermission.OTHERS_WRITE)
                    && !permissions.contains(PosixFilePermission.GROUP_WRITE)
                    && Files.isWritable(folder);
        } catch (IOException e) {
            return false;
        }
    }

    private static Path passing() {
        try {
            return Files.createTempDirectory(temporary(), "partywall-cache-");
        } catch (IOException e) {
            throw ServerFailures.io("make a folder for the embedded server", e);
        }
    }
}
