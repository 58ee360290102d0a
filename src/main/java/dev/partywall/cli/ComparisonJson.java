package dev.partywall.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.partywall.access.Change;
import dev.partywall.access.Change.Direction;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** A comparison as JSON: {@code partywall.diff/1}. */
record ComparisonJson(Comparison comparison) {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    void write(Writer out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("schema", "partywall.diff/1");
            writeSide(json, "before", comparison.before());
            writeSide(json, "after", comparison.after());
            json.writeArrayFieldStart("roles");
            for (String role : comparison.roles()) {
                json.writeString(role);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("changes");
            for (Change change : comparison.diff().changes()) {
                writeChange(json, change);
            }
            json.writeEndArray();
            writeSummary(json);
            json.writeEndObject();
        }
        out.write("\n");
    }

    private static void writeSide(JsonGenerator json, String name, ComparedSide side) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("name", side.title());
        json.writeStringField("database", side.snapshot().database());
        json.writeStringField("serverVersion", side.snapshot().server().text());
        json.writeStringField("takenAt", side.snapshot().takenAt().toString());
        json.writeEndObject();
    }

    private static void writeChange(JsonGenerator json, Change change) throws IOException {
        json.writeStartObject();
        json.writeStringField("direction", change.direction().name().toLowerCase(Locale.ROOT));
        if (change.role() != null) {
            json.writeStringField("role", change.role());
        }
        if (change.relation() != null) {
            json.writeObjectFieldStart("relation");
            json.writeStringField("schema", change.relation().schema());
            json.writeStringField("name", change.relation().name());
            json.writeEndObject();
        }
        json.writeStringField("what", change.what());
        json.writeStringField("before", change.before());
        json.writeStringField("after", change.after());
        json.writeEndObject();
    }

    private void writeSummary(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("summary");
        for (Direction direction : Direction.values()) {
            json.writeNumberField(
                    direction.name().toLowerCase(Locale.ROOT), comparison.diff().count(direction));
        }
        json.writeNumberField("relations", comparison.diff().relations());
        json.writeNumberField("same", comparison.diff().same());
        json.writeNumberField("exit", comparison.exit());
        json.writeEndObject();
    }
}
