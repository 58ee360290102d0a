package dev.partywall.demo;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The server's programs, unpacked once per version into the cache.
 *
 * @param home holds {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path home) {

    /** Those of the archive on the class path, which is the one of this system. */
    static Binaries unpacked(Path cache) {
        URL archive = archive();
        Path home = cache.resolve(label(archive));
        if (!Files.isDirectory(home)) {
            unpack(archive, home);
        }
        return new Binaries(home);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** The major version, as in {@code PG_VERSION}. */
    String major() {
        String version = Command.run(List.of(program("postgres"), "--version"));
        return version.replaceFirst("\\D+", "").replaceFirst("\\D.*\\s*", "");
    }

    private static URL archive() {
        String system = systemName() + "-" + machine();
        URL found = Binaries.class.getResource("/postgres-" + system + ".txz");
        if (found == null) {
            throw ServerFailures.unsupported(system);
        }
        return found;
    }

    private static String systemName() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
    }

    private static String machine() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    }

    /** The name of the jar, which carries the version. */
    private static String label(URL archive) {
        try {
            if (archive.openConnection() instanceof JarURLConnection jar) {
                String path = jar.getJarFileURL().getPath();
                return path.substring(path.lastIndexOf('/') + 1).replace(".jar", "");
            }
            return "unpackaged";
        } catch (IOException e) {
            throw ServerFailures.io("find the embedded server", e);
        }
    }

    private static void unpack(URL archive, Path home) {
        Cache.makeOnce(home, "unpack the embedded server", draft -> {
            try (InputStream compressed = new BufferedInputStream(archive.openStream());
                    TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(compressed))) {
                for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                    unpack(entry, tar, draft);
                }
            }
        });
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path home) throws IOException {
        Path target = home.resolve(entry.getName()).normalize();
        if (!target.startsWith(home)) {
            throw new IOException("the archive names a file outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
            folder(target);
            return;
        }
        folder(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        boolean executable = (entry.getMode() & 0b001_000_000) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static void folder(Path given) throws IOException {
        Path path = given.normalize();
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, Cache.READABLE);
        }
    }
}
