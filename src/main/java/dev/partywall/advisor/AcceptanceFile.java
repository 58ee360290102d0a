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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two kinds of files that say what is accepted. People review them: one entry a finding, always in the same order. */
public enum AcceptanceFile {
    /** {@code partywall.baseline/1}: what was there on a day. */
    BASELINE("baseline", "accepted"),
    /** {@code partywall.suppressions/1}: each with severity, reason, author and last day. */
    SUPPRESSIONS("suppressions", "suppressed");

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final String word;
    private final String list;

    AcceptanceFile(String word, String list) {
        this.word = word;
        this.list = list;
    }

    private String schema() {
        return "partywall." + word + "/1";
    }

    /** As {@link #read}; nothing where there is no such file. */
    public Baseline readIfThere(Path file) {
        return Files.exists(file) ? read(file) : Baseline.NONE;
    }

    /** @throws Failure when the file is not there, not readable, or not of this kind */
    public Baseline read(Path file) {
        try {
            JsonNode root = JSON.readTree(Files.readString(file));
            if (!schema().equals(root.path("schema").asText())
                    || !root.path(list).isArray()) {
                throw Failure.usage(
                        file + " is not a " + schema() + " file.", "Take a new one, or use the version that wrote it.");
            }
            List<Acceptance> acceptances = new ArrayList<>();
            root.path(list).forEach(node -> acceptances.add(acceptance(node)));
            return new Baseline(acceptances);
        } catch (NoSuchFileException e) {
            throw Failure.usage("There is no " + word + " file " + file + ".", "Give the path of one that exists.");
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            throw Failure.usage(
                    "The " + word + " file " + file + " cannot be understood: " + firstLine(e) + ".",
                    "Each entry has a fingerprint; a suppression also severity, reason, author and expires, 2026-12-31 say.");
        } catch (IOException e) {
            throw Failure.incomplete(
                    "The " + word + " file " + file + " cannot be read.", "Check its permissions.", null, e);
        }
    }

    /** Written aside and moved into place, so that a crash leaves the old one. */
    public void write(Baseline baseline, Path file) {
        ObjectNode root = JSON.createObjectNode().put("schema", schema());
        ArrayNode entries = root.putArray(list);
        baseline.acceptances().stream()
                .sorted(Comparator.comparing(Acceptance::id)
                        .thenComparing(Acceptance::object)
                        .thenComparing(Acceptance::fingerprint))
                .forEach(acceptance -> entries.add(node(acceptance)));
        Path target = file.toAbsolutePath();
        Path aside = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.createDirectories(target.getParent());
            Files.writeString(aside, JSON.writeValueAsString(root) + "\n");
            Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Failure.incomplete(
                    "The " + word + " file " + file + " cannot be written.",
                    "Choose a folder you may write to.",
                    null,
                    e);
        }
    }

    private Acceptance acceptance(JsonNode node) {
        String print = text(node, "fingerprint");
        String reason = text(node, "reason");
        if (print == null || this == SUPPRESSIONS && reason == null) {
            throw new IllegalArgumentException("an entry has no " + (print == null ? "fingerprint" : "reason"));
        }
        String severity = text(node, "severity");
        String day = text(node, "expires");
        return new Acceptance(
                print,
                node.path("id").asText(),
                node.path("object").asText(),
                severity == null ? null : Severity.valueOf(severity.toUpperCase(Locale.ROOT)),
                reason,
                text(node, "author"),
                day == null ? null : LocalDate.parse(day));
    }

    private static ObjectNode node(Acceptance acceptance) {
        Severity severity = acceptance.severity();
        LocalDate expires = acceptance.expires();
        ObjectNode node = JSON.createObjectNode()
                .put("fingerprint", acceptance.fingerprint())
                .put("id", acceptance.id())
                .put("object", acceptance.object());
        putIfThere(node, "severity", severity == null ? null : severity.word());
        putIfThere(node, "reason", acceptance.reason());
        putIfThere(node, "author", acceptance.author());
        putIfThere(node, "expires", expires == null ? null : expires.toString());
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
