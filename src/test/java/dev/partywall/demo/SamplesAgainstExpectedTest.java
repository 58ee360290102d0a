package dev.partywall.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partywall.catalog.Identifiers;
import dev.partywall.cli.PartywallCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code verify} says of each sample is what its {@code expected.json} says: no less, and no more. */
class SamplesAgainstExpectedTest {
    @TempDir
    Path folder;

    static Stream<Sample> samples() {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void verifySaysWhatIsExpected(Sample sample) throws Exception {
        Path file = folder.resolve("report.json");
        int exit = PartywallCommand.run(
                "verify", "--demo", sample.name(), "--format", "json", "--output", file.toString());
        JsonNode report = new ObjectMapper().readTree(Files.readString(file));
        JsonNode expected = new ObjectMapper().readTree(sample.expected());
        assertThat(set(report.path("findings"), SamplesAgainstExpectedTest::counts, f -> said(f, "id")))
                .isEqualTo(set(expected.path("findings"), f -> true, f -> expected(f, "id")));
        assertThat(set(report.path("verdicts"), SamplesAgainstExpectedTest::leaked, v -> said(v, "command")))
                .isEqualTo(set(expected.path("leaked"), v -> true, v -> expected(v, "command")));
        assertThat(exit).isEqualTo(expected.path("exit").asInt());
    }

    private static Set<String> set(JsonNode list, Predicate<JsonNode> filter, Function<JsonNode, String> text) {
        Set<String> texts = new TreeSet<>();
        list.valueStream().filter(filter).map(text).forEach(texts::add);
        return texts;
    }

    private static boolean counts(JsonNode finding) {
        return !finding.path("severity").asText().equals("info");
    }

    private static boolean leaked(JsonNode verdict) {
        return verdict.path("verdict").asText().equals("leaked");
    }

    private static String expected(JsonNode node, String word) {
        return node.path(word).asText() + " on " + node.path("object").asText();
    }

    private static String said(JsonNode node, String word) {
        return node.path(word).asText() + " on " + text(node.path("object"));
    }

    /** As people write it: {@code schema.table}, {@code schema.table/policy}, {@code schema.table.column}. */
    private static String text(JsonNode object) {
        String kind = object.path("kind").asText();
        String name = object.path("name").asText();
        String quoted = kind.equals("function") ? name : Identifiers.quote(name);
        if (!object.hasNonNull("schema")) {
            return kind + " " + quoted;
        }
        String schema = Identifiers.quote(object.path("schema").asText());
        if (!object.hasNonNull("table")) {
            return schema + "." + quoted;
        }
        String table = schema + "." + Identifiers.quote(object.path("table").asText());
        return table + (kind.equals("policy") ? "/" : ".") + quoted;
    }
}
