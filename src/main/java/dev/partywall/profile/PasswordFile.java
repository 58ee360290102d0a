package dev.partywall.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code .pgpass}: lines of {@code host:port:database:user:password} (PostgreSQL: The Password File). */
final class PasswordFile {
    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    /** The field after host, port, database and user; a colon in it needs no backslash. */
    private static final int PASSWORD = 4;

    private final Path file;

    PasswordFile(Path file) {
        this.file = file;
    }

    /**
     * The password of the first line that fits the user at one of the hosts.
     *
     * @return null when there is no file, no such line, or the file is ignored
     */
    @Nullable
    Password find(List<Address.Host> hosts, String database, String user) {
        if (!Files.isRegularFile(file) || notice() != null) {
            return null;
        }
        for (Address.Host host : hosts) {
            Password found = find(host, database, user);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Why the file is ignored, as libpq ignores it; null when it is not. */
    @Nullable
    String notice() {
        try {
            boolean open = Files.isRegularFile(file)
                    && Files.getFileStore(file).supportsFileAttributeView("posix")
                    && Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains);
            if (Files.isRegularFile(file) && !Files.isReadable(file)) {
                return "The password file " + file + " is ignored, because it cannot be read.";
            }
            return open ? "The password file " + file + " is ignored, because others may read it: chmod 600 it." : null;
        } catch (IOException e) {
            return "The password file " + file + " is ignored, because it cannot be read.";
        }
    }

    private @Nullable Password find(Address.Host host, String database, String user) {
        for (String line : lines()) {
            List<String> fields = fields(line);
            if (!line.startsWith("#")
                    && fields.size() > PASSWORD
                    && fits(fields.get(0), host.name())
                    && fits(fields.get(1), String.valueOf(host.port()))
                    && fits(fields.get(2), database)
                    && fits(fields.get(3), user)) {
                return new Password(fields.get(PASSWORD));
            }
        }
        return null;
    }

    private List<String> lines() {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The password file " + file + " went away while it was read.", e);
        }
    }

    private static boolean fits(String field, String value) {
        return field.equals("*") || field.equals(value);
    }

    /** At colons, with {@code \:} and {@code \\} for the characters themselves. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                field.append(line.charAt(++i));
            } else if (c == ':' && fields.size() < PASSWORD) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
