package dev.partywall.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Stream;

/** The folder of a server that lasts: {@code data}, {@code password}, {@code port} and {@code server.log}. */
record KeptFolder(Path folder) {
    private static final int PASSWORD_BYTES = 12;

    Path data() {
        return folder.resolve("data");
    }

    /** Readable by its owner only. */
    Path passwordFile() {
        return folder.resolve("password");
    }

    /** Makes the databases, or finds those of an earlier run. */
    void prepare(DataDirectory directory) {
        try {
            if (Files.isDirectory(data())) {
                DataDirectory.removeStaleLock(data());
                checkMajor(directory.binaries());
            } else {
                makeNew(directory);
            }
            directory.runAs().hand(data());
        } catch (IOException e) {
            throw ServerFailures.io("use " + folder, e);
        }
    }

    /** The port of the last run, so that saved profiles stay right; 0 when there is none. */
    int port() {
        try {
            Path file = folder.resolve("port");
            return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    void remember(int port) {
        try {
            Files.writeString(folder.resolve("port"), port + "\n");
        } catch (IOException e) {
            throw ServerFailures.io("write to " + folder, e);
        }
    }

    private void makeNew(DataDirectory directory) throws IOException {
        Files.createDirectories(folder);
        boolean interruptedBefore = Files.exists(passwordFile());
        try (Stream<Path> content = Files.list(folder)) {
            if (!interruptedBefore && content.findAny().isPresent()) {
                throw ServerFailures.foreign(folder);
            }
        }
        writePassword();
        directory.makeKept(data(), passwordFile());
    }

    private void writePassword() throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile());
        Files.createFile(
                passwordFile(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile(), HexFormat.of().formatHex(random) + "\n");
    }

    private void checkMajor(Binaries binaries) throws IOException {
        String found = Files.readString(data().resolve("PG_VERSION")).strip();
        String ours = binaries.major();
        if (!found.equals(ours)) {
            throw ServerFailures.otherMajor(folder, found, ours);
        }
    }
}
