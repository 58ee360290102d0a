package dev.partywall.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.partywall.advisor.Acceptance;
import dev.partywall.advisor.Exceptions;
import dev.partywall.advisor.Severity;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** What does not count, and what is no longer right about that, in the JSON report. */
final class JsonExceptions {
    private JsonExceptions() {}

    static void write(JsonGenerator json, Exceptions exceptions) throws IOException {
        json.writeArrayFieldStart("accepted");
        for (Exceptions.Accepted accepted : exceptions.accepted()) {
            json.writeStartObject();
            JsonReport.writeFinding(json, accepted.finding());
            json.writeFieldName("by");
            writeAcceptance(json, accepted.by());
            json.writeEndObject();
        }
        json.writeEndArray();
        writeList(json, "expired", exceptions.expired());
        writeList(json, "outgrown", exceptions.outgrown());
        writeList(json, "stale", exceptions.stale());
    }

    private static void writeList(JsonGenerator json, String name, List<Acceptance> acceptances) throws IOException {
        json.writeArrayFieldStart(name);
        for (Acceptance acceptance : acceptances) {
            writeAcceptance(json, acceptance);
        }
        json.writeEndArray();
    }

    private static void writeAcceptance(JsonGenerator json, Acceptance acceptance) throws IOException {
        Severity severity = acceptance.severity();
        LocalDate expires = acceptance.expires();
        json.writeStartObject();
        json.writeStringField("kind", acceptance.isSuppression() ? "suppression" : "baseline");
        json.writeStringField("fingerprint", acceptance.fingerprint());
        json.writeStringField("id", acceptance.id());
        json.writeStringField("object", acceptance.object());
        json.writeStringField("severity", severity == null ? null : severity.word());
        json.writeStringField("reason", acceptance.reason());
        json.writeStringField("author", acceptance.author());
        json.writeStringField("expires", expires == null ? null : expires.toString());
        json.writeEndObject();
    }
}
