package dev.partywall.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.failure.Failure;
import dev.partywall.probe.Outcome;
import dev.partywall.probe.ProbeContext;
import dev.partywall.probe.Verdict;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The verdicts of an earlier run, read back from its {@code partywall.report/1}. */
public record PastRun(Instant startedAt, Instant finishedAt, List<Verdict> verdicts) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public PastRun {
        verdicts = List.copyOf(verdicts);
    }

    /** @throws Failure when the file is not such a report, or damaged */
    static PastRun read(Path file) {
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            JsonNode root = JSON.readTree(in);
            List<Verdict> verdicts = new ArrayList<>();
            root.path("verdicts").forEach(node -> verdicts.add(verdict(node)));
            return new PastRun(
                    Instant.parse(root.path("startedAt").asText()),
                    Instant.parse(root.path("finishedAt").asText()),
                    verdicts);
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw Failure.incomplete(
                    "The earlier run " + file + " cannot be read.", "Delete the file; nothing else needs it.", null, e);
        }
    }

    private static Verdict verdict(JsonNode node) {
        return new Verdict(
                node.path("probe").asText(),
                node.path("command").asText(),
                object(node.path("object")),
                context(node.path("context")),
                text(node.path("against")),
                word(Outcome.class, node.path("verdict")),
                node.path("rows").asLong(),
                text(node.path("sqlState")),
                node.path("evidence").asText(),
                node.path("replay").asText(),
                node.path("incomplete").asBoolean());
    }

    private static ProbeContext context(JsonNode node) {
        return new ProbeContext(
                word(ProbeContext.Kind.class, node.path("kind")),
                text(node.path("tenant")),
                text(node.path("role")),
                node.has("way") ? word(ProbeContext.Way.class, node.path("way")) : ProbeContext.Way.DIRECT);
    }

    private static ObjectRef object(JsonNode node) {
        return new ObjectRef(
                word(ObjectRef.Kind.class, node.path("kind")),
                text(node.path("schema")),
                text(node.path("table")),
                node.path("name").asText());
    }

    /** A word of the report as the constant it was made of. */
    private static <E extends Enum<E>> E word(Class<E> type, JsonNode node) {
        return Enum.valueOf(type, node.asText().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }
}
