package dev.partywall.advisor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partywall.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A baseline as a file that people review: {@code partywall.baseline/1}, one acceptance a line group, in a fixed order. */
public final class BaselineFile {
    private static final String SCHEMA = "partywall.baseline/1";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private BaselineFile() {}

    /** @throws Failure when the file is not there, not readable, or of a newer kind */
    public static Baseline read(Path file) {
        try {
            JsonNode root = JSON.readTree(Files.readString(file));
            if (!SCHEMA.equals(root.path("schema").asText())) {
                throw Failure.usage(
                        file + " is not a " + SCHEMA + " file.",
                        "Take a new baseline, or use the version that wrote it.");
            }
            List<Acceptance> acceptances = new ArrayList<>();
            root.path("accepted").forEach(node -> acceptances.add(acceptance(node)));
            return new Baseline(acceptances);
        } catch (NoSuchFileException e) {
            throw Failure.usage(
                    "There is no baseline " + file + ".", "Give the path of the file, or take a baseline first.");
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            throw Failure.usage(
                    "The baseline " + file + " cannot be understood: " + firstLine(e) + ".",
                    "Mend the file: each entry has a fingerprint, a suppression has reason and author, days look like 2026-12-31.");
        } catch (IOException e) {
            throw Failure.incomplete("The baseline " + file + " cannot be read.", "Check its permissions.", null, e);
        }
    }

    /** Written aside and moved into place, so that a crash leaves the old one. */
    public static void write(Baseline baseline, Path file) {
        ObjectNode root = JSON.createObjectNode().put("schema", SCHEMA);
        ArrayNode accepted = root.putArray("accepted");
        baseline.acceptances().stream()
                .sorted(java.util.Comparator.comparing(Acceptance::id)
                        .thenComparing(Acceptance::object)
                        .thenComparing(Acceptance::fingerprint))
                .forEach(acceptance -> accepted.add(node(acceptance)));
        Path target = file.toAbsolutePath();
        Path aside = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.writeString(aside, JSON.writeValueAsString(root) + "\n");
            Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Failure.incomplete(
                    "The baseline " + file + " cannot be written.", "Choose a folder you may write to.", null, e);
        }
    }

    private static Acceptance acceptance(JsonNode node) {
        String day = text(node, "expires");
        String print = text(node, "fingerprint");
        if (print == null) {
            throw new IllegalArgumentException("an entry has no fingerprint");
        }
        return new Acceptance(
                print,
                node.path("id").asText(),
                node.path("object").asText(),
                text(node, "reason"),
                text(node, "author"),
                day == null ? null : LocalDate.parse(day));
    }

    private static ObjectNode node(Acceptance acceptance) {
        ObjectNode node = JSON.createObjectNode()
                .put("fingerprint", acceptance.fingerprint())
                .put("id", acceptance.id())
                .put("object", acceptance.object());
        putIfThere(node, "reason", acceptance.reason());
        putIfThere(node, "author", acceptance.author());
        putIfThere(
                node,
                "expires",
                acceptance.expires() == null ? null : acceptance.expires().toString());
        return node;
    }

    private static void putIfThere(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.get(name).asText() : null;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }
}
