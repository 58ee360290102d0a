package dev.partywall.profile;

import dev.partywall.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code pg_service.conf}: named sets of connection parameters (PostgreSQL: The Connection Service File). */
final class ServiceFile {
    private ServiceFile() {}

    /**
     * Adds the parameters of the service, where it is found, to those already known.
     *
     * @throws Failure when no file has the service or one is not readable
     */
    static void add(String service, Surroundings surroundings, Parameters parameters) {
        String named = parameters.get("servicefile");
        Path own = named == null ? surroundings.serviceFile() : Path.of(named);
        if (!addFrom(own, service, parameters) && !addFrom(surroundings.systemServiceFile(), service, parameters)) {
            throw Failure.usage(
                    "There is no service " + service + " in pg_service.conf.",
                    "Add a section [" + service + "] to " + own + ", or name the file in PGSERVICEFILE.");
        }
    }

    private static boolean addFrom(Path file, String service, Parameters parameters) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        boolean inside = false;
        boolean found = false;
        int number = 0;
        for (String line : lines(file)) {
            number++;
            String text = line.strip();
            if (text.startsWith("[") && text.endsWith("]")) {
                inside = !found && text.equals("[" + service + "]");
                found |= inside;
            } else if (inside && !text.isEmpty() && !text.startsWith("#")) {
                parameter(text, file, number, parameters);
            }
        }
        return found;
    }

    private static void parameter(String text, Path file, int number, Parameters parameters) {
        int equals = text.indexOf('=');
        String key = equals < 0 ? "" : text.substring(0, equals).strip();
        if (key.isEmpty() || key.equals("service") || key.equals("servicefile")) {
            throw Failure.usage(
                    "Line " + number + " of " + file + " is not a connection parameter.",
                    "Write keyword=value there, or put a # before it.");
        }
        parameters.libpq(key, text.substring(equals + 1).strip());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Failure.usage("The service file " + file + " cannot be read.", "Check its permissions.");
        }
    }
}
