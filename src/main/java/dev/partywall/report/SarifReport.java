package dev.partywall.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partywall.advisor.Acceptance;
import dev.partywall.advisor.Exceptions;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.probe.Outcome;
import dev.partywall.probe.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * SARIF 2.1.0, for code scanning. What is found lies in a database, so locations are logical, not files; what is accepted
 * is a result with a suppression, as code scanning expects it.
 */
final class SarifReport implements ReportWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void write(Report report, Severity failOn, Writer out) throws IOException {
        List<Verdict> leaks = report.verdicts().stream()
                .filter(verdict -> verdict.outcome() == Outcome.LEAKED)
                .toList();
        SarifRules rules = SarifRules.of(report, leaks);
        ObjectNode root = JSON.createObjectNode();
        root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        root.put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        rules.describe(run.putObject("tool").putObject("driver"));
        describeInvocation(report, failOn, run);
        ArrayNode results = run.putArray("results");
        for (Finding finding : report.findings()) {
            addFinding(finding, rules, results.addObject());
        }
        for (Exceptions.Accepted accepted : report.exceptions().accepted()) {
            addFinding(accepted.finding(), rules, results.addObject())
                    .putArray("suppressions")
                    .add(suppression(accepted.by()));
        }
        leaks.forEach(leak -> addLeak(leak, rules, results.addObject()));
        run.put("columnKind", "utf16CodeUnits");
        out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }

    private static void describeInvocation(Report report, Severity failOn, ObjectNode run) {
        ObjectNode invocation = run.putArray("invocations").addObject();
        invocation.put("executionSuccessful", Summary.of(report, failOn).exit() != 2);
        invocation.put("startTimeUtc", report.startedAt().toString());
        invocation.put("endTimeUtc", report.finishedAt().toString());
        ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
        report.problems().forEach(problem -> notify(notifications, "error", problem));
        Phrases.remarks(report.exceptions()).forEach(remark -> notify(notifications, "warning", remark));
    }

    private static void notify(ArrayNode notifications, String level, String text) {
        ObjectNode notification = notifications.addObject();
        notification.put("level", level);
        notification.putObject("message").put("text", text);
    }

    private static ObjectNode addFinding(Finding finding, SarifRules rules, ObjectNode result) {
        rules.refer(finding.id(), result);
        result.put("level", level(finding.severity()));
        result.putObject("message")
                .put("text", finding.title() + "\n" + finding.evidence() + "\nFix: " + finding.fix());
        addLocation(finding.object(), result);
        result.putObject("partialFingerprints").put("partywall/1", finding.fingerprint());
        ObjectNode properties = result.putObject("properties");
        properties.put("severity", finding.severity().word());
        properties.put("direction", finding.direction().word());
        return result;
    }

    private static ObjectNode suppression(Acceptance by) {
        return JSON.createObjectNode()
                .put("kind", "external")
                .put("status", "accepted")
                .put("justification", Phrases.sentence(by.words()));
    }

    private static void addLeak(Verdict verdict, SarifRules rules, ObjectNode result) {
        rules.refer(verdict.probe(), result);
        result.put("level", "error");
        result.putObject("message").put("text", verdict.evidence() + "\nReplay:\n" + verdict.replay());
        addLocation(verdict.object(), result);
        result.putObject("partialFingerprints").put("partywall/1", fingerprint(verdict));
        result.putObject("properties").put("severity", Severity.CRITICAL.word());
    }

    private static String fingerprint(Verdict verdict) {
        String key = String.join(
                "\u001f",
                verdict.probe(),
                verdict.command(),
                Phrases.object(verdict.object()),
                Phrases.context(verdict));
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static void addLocation(ObjectRef object, ObjectNode result) {
        ObjectNode location = result.putArray("locations")
                .addObject()
                .putArray("logicalLocations")
                .addObject();
        location.put("fullyQualifiedName", Phrases.object(object));
        location.put("name", object.name());
        location.put("kind", object.kind().word());
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "note";
        };
    }
}
