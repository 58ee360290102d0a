package dev.partywall.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.partywall.access.Access;
import dev.partywall.access.AccessMatrix;
import dev.partywall.access.AccessModel;
import dev.partywall.access.Escape;
import dev.partywall.access.Reason;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Policy;
import dev.partywall.catalog.Privilege;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The access matrix as JSON: {@code partywall.access/1}. */
record MatrixJson(AccessModel model, AccessMatrix matrix) {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    void write(Writer out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("schema", "partywall.access/1");
            json.writeStringField("database", model.snapshot().database());
            json.writeStringField("serverVersion", model.snapshot().server().text());
            json.writeStringField("role", matrix.role());
            writeRoles(json);
            json.writeArrayFieldStart("relations");
            for (AccessMatrix.Line line : matrix.lines()) {
                writeLine(json, line);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write("\n");
    }

    private void writeRoles(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("canBecome");
        for (String other : model.canBecome(matrix.role())) {
            json.writeString(other);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("escapes");
        for (Escape escape : model.escapes(matrix.role())) {
            json.writeStartObject();
            json.writeStringField("gain", escape.gain().name().toLowerCase(Locale.ROOT));
            json.writeStringField("role", escape.role());
            json.writeStringField("text", escape.words());
            json.writeArrayFieldStart("steps");
            for (Escape.Step step : escape.steps()) {
                json.writeStartObject();
                json.writeStringField("means", step.means().name().toLowerCase(Locale.ROOT));
                json.writeStringField("from", step.from());
                json.writeStringField("to", step.to());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeLine(JsonGenerator json, AccessMatrix.Line line) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", ObjectRef.of(line.relation()).kind().word());
        json.writeStringField("schema", line.name().schema());
        json.writeStringField("name", line.name().name());
        json.writeStringField("owner", line.relation().owner());
        json.writeBooleanField("rowSecurity", line.relation().rowSecurity());
        json.writeBooleanField("forced", line.relation().forced());
        json.writeObjectFieldStart("access");
        for (Privilege command : AccessMatrix.COMMANDS) {
            json.writeFieldName(command.name());
            writeAccess(json, line.cell(command));
        }
        json.writeEndObject();
        writeAfterSetRole(json, line);
        json.writeEndObject();
    }

    private void writeAfterSetRole(JsonGenerator json, AccessMatrix.Line line) throws IOException {
        json.writeArrayFieldStart("afterSetRole");
        for (Privilege command : AccessMatrix.COMMANDS) {
            for (Map.Entry<String, Access> other :
                    model.afterSetRole(matrix.role(), line.name(), command).entrySet()) {
                json.writeStartObject();
                json.writeStringField("role", other.getKey());
                json.writeStringField("command", command.name());
                json.writeFieldName("access");
                writeAccess(json, other.getValue());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void writeAccess(JsonGenerator json, Access access) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", access.kind().name().toLowerCase(Locale.ROOT));
        writeOptional(json, "predicate", access.predicate());
        writeOptional(json, "check", access.check());
        json.writeArrayFieldStart("policies");
        for (Policy policy : access.policies()) {
            json.writeString(policy.name());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("path");
        for (Reason reason : access.path()) {
            json.writeStartObject();
            json.writeStringField("code", reason.code());
            json.writeStringField("text", reason.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (access.columns() != null) {
            json.writeArrayFieldStart("columns");
            for (String column : access.columns()) {
                json.writeString(column);
            }
            json.writeEndArray();
        }
        if (access.reading() != null) {
            json.writeFieldName("reading");
            writeAccess(json, access.reading());
        }
        json.writeEndObject();
    }

    private static void writeOptional(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
