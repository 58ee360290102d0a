package dev.partywall.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.partywall.access.Inspection;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Rules;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.connect.Attestation;
import dev.partywall.probe.Outcome;
import dev.partywall.probe.Verdict;
import dev.partywall.tenancy.Evidence;
import dev.partywall.tenancy.Tenancy;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code partywall.report/1}. Fields may be added, never renamed: scripts read this. */
final class JsonReport implements ReportWriter {
    private static final JsonFactory JSON = JsonFactory.builder()
            .configure(com.fasterxml.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET, false)
            .build();

    @Override
    public void write(Report report, Severity failOn, Writer out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("schema", "partywall.report/1");
            writeTool(json);
            json.writeStringField("startedAt", report.startedAt().toString());
            json.writeStringField("finishedAt", report.finishedAt().toString());
            writeDatabase(json, report);
            writeIdentity(json, report.inspection());
            writeTenancy(json, report.inspection().tenancy());
            writeStrings(
                    json,
                    "parts",
                    report.parts().stream()
                            .map(Verification.Part::word)
                            .sorted()
                            .toList());
            writeFindings(json, report);
            JsonExceptions.write(json, report.exceptions());
            writeVerdicts(json, report);
            ProbingJson.write(json, report.probes());
            writeProblems(json, report);
            writeSummary(json, Summary.of(report, failOn));
            json.writeEndObject();
        }
        out.write("\n");
    }

    private static void writeTool(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeStringField("name", Tool.NAME);
        json.writeStringField("version", Tool.VERSION);
        json.writeEndObject();
    }

    private static void writeDatabase(JsonGenerator json, Report report) throws IOException {
        json.writeObjectFieldStart("database");
        json.writeStringField("host", report.place().host());
        json.writeNumberField("port", report.place().port());
        json.writeStringField("name", report.place().database());
        json.writeStringField(
                "serverVersion", report.inspection().snapshot().server().text());
        json.writeEndObject();
    }

    private static void writeIdentity(JsonGenerator json, Inspection inspection) throws IOException {
        json.writeObjectFieldStart("identity");
        writeSide(json, "app", inspection.app(), inspection);
        Attestation bypass = inspection.bypass();
        if (bypass != null) {
            writeSide(json, "bypass", bypass, inspection);
        }
        json.writeEndObject();
    }

    private static void writeSide(JsonGenerator json, String side, Attestation who, Inspection inspection)
            throws IOException {
        json.writeObjectFieldStart(side);
        json.writeStringField("sessionUser", who.sessionUser());
        json.writeStringField("currentUser", who.currentUser());
        json.writeBooleanField("superuser", who.superuser());
        json.writeBooleanField("bypassRls", who.bypassRls());
        Set<String> canBecome = inspection.access().canBecome(who.currentUser());
        writeStrings(json, "canBecome", canBecome.stream().sorted().toList());
        json.writeEndObject();
    }

    private static void writeTenancy(JsonGenerator json, Tenancy tenancy) throws IOException {
        json.writeObjectFieldStart("tenancy");
        writeOptional(
                json,
                "setting",
                tenancy.settings().keySet().stream().findFirst().orElse(null));
        writeStrings(json, "settings", tenancy.settings().keySet());
        writeOptional(json, "tenantColumn", tenancy.tenantColumn());
        writeOptional(json, "tenantType", tenancy.tenantType());
        writeOptional(
                json,
                "registry",
                tenancy.registry() == null ? null : tenancy.registry().table().toString());
        json.writeStringField("unsetMeans", tenancy.unsetMeans().name().toLowerCase(Locale.ROOT));
        json.writeArrayFieldStart("detected");
        for (Evidence evidence : tenancy.evidence()) {
            json.writeStartObject();
            json.writeStringField("part", evidence.part());
            json.writeStringField("value", evidence.value());
            json.writeStringField("reason", evidence.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeFindings(JsonGenerator json, Report report) throws IOException {
        json.writeArrayFieldStart("findings");
        for (Finding finding : report.findings()) {
            json.writeStartObject();
            writeFinding(json, finding);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The fields of a finding, into the object that is open. */
    static void writeFinding(JsonGenerator json, Finding finding) throws IOException {
        json.writeStringField("id", finding.id());
        json.writeStringField("family", Rules.familyOf(finding.id()).word());
        json.writeStringField("severity", finding.severity().word());
        json.writeStringField("direction", finding.direction().word());
        writeObject(json, finding.object());
        json.writeStringField("title", finding.title());
        json.writeStringField("detail", finding.detail());
        json.writeStringField("evidence", finding.evidence());
        json.writeStringField("fix", finding.fix());
        json.writeStringField("fingerprint", finding.fingerprint());
    }

    private static void writeVerdicts(JsonGenerator json, Report report) throws IOException {
        json.writeArrayFieldStart("verdicts");
        for (Verdict verdict : report.verdicts()) {
            json.writeStartObject();
            json.writeStringField("probe", verdict.probe());
            json.writeStringField("command", verdict.command());
            writeObject(json, verdict.object());
            json.writeObjectFieldStart("context");
            json.writeStringField("kind", verdict.context().kind().word());
            writeOptional(json, "tenant", verdict.context().tenant());
            writeOptional(json, "role", verdict.context().role());
            json.writeStringField("way", verdict.context().way().word());
            json.writeEndObject();
            writeOptional(json, "against", verdict.against());
            json.writeStringField("verdict", verdict.outcome().word());
            json.writeNumberField("rows", verdict.rows());
            writeOptional(json, "sqlState", verdict.sqlState());
            json.writeStringField("evidence", verdict.evidence());
            json.writeStringField("replay", verdict.replay());
            json.writeBooleanField("incomplete", verdict.incomplete());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void writeObject(JsonGenerator json, ObjectRef object) throws IOException {
        json.writeObjectFieldStart("object");
        json.writeStringField("kind", object.kind().word());
        writeOptional(json, "schema", object.schema());
        writeOptional(json, "table", object.table());
        json.writeStringField("name", object.name());
        json.writeEndObject();
    }

    private static void writeProblems(JsonGenerator json, Report report) throws IOException {
        writeStrings(json, "problems", report.problems());
    }

    private static void writeSummary(JsonGenerator json, Summary summary) throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeObjectFieldStart("findings");
        for (Severity severity : Severity.values()) {
            json.writeNumberField(severity.word(), summary.count(severity));
        }
        json.writeEndObject();
        json.writeObjectFieldStart("verdicts");
        for (Outcome outcome : Outcome.values()) {
            json.writeNumberField(outcome.word(), summary.count(outcome));
        }
        json.writeEndObject();
        json.writeNumberField("accepted", summary.accepted());
        json.writeNumberField("exit", summary.exit());
        json.writeEndObject();
    }

    static void writeStrings(JsonGenerator json, String name, Iterable<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    static void writeOptional(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value);
        }
    }
}
