package dev.partywall.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.probe.Outcome;
import dev.partywall.probe.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.UUID;

/** SARIF 2.1.0, for code scanning. What is found lies in a database, so locations are logical, not files. */
final class SarifReport implements ReportWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void write(Report report, Severity failOn, Writer out) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        root.put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        describeTool(report, run);
        describeInvocation(report, failOn, run);
        ArrayNode results = run.putArray("results");
        report.findings().forEach(finding -> addFinding(finding, results.addObject()));
        report.verdicts().stream()
                .filter(verdict -> verdict.outcome() == Outcome.LEAKED)
                .forEach(verdict -> addLeak(verdict, results.addObject()));
        out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }

    private static void describeTool(Report report, ObjectNode run) {
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", Tool.NAME);
        driver.put("version", Tool.VERSION);
        TreeMap<String, String> rules = new TreeMap<>();
        report.findings().forEach(finding -> rules.putIfAbsent(finding.id(), finding.detail()));
        report.verdicts().stream()
                .filter(verdict -> verdict.outcome() == Outcome.LEAKED)
                .forEach(verdict -> rules.putIfAbsent(verdict.probe(), "An attempt as one tenant against another."));
        ArrayNode list = driver.putArray("rules");
        rules.forEach((id, text) -> {
            ObjectNode rule = list.addObject();
            rule.put("id", id);
            rule.putObject("shortDescription").put("text", text);
        });
    }

    private static void describeInvocation(Report report, Severity failOn, ObjectNode run) {
        ObjectNode invocation = run.putArray("invocations").addObject();
        invocation.put("executionSuccessful", Summary.of(report, failOn).exit() != 2);
        invocation.put("startTimeUtc", report.startedAt().toString());
        invocation.put("endTimeUtc", report.finishedAt().toString());
        ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
        report.problems().forEach(problem -> {
            ObjectNode notification = notifications.addObject();
            notification.put("level", "error");
            notification.putObject("message").put("text", problem);
        });
    }

    private static void addFinding(Finding finding, ObjectNode result) {
        result.put("ruleId", finding.id());
        result.put("level", level(finding.severity()));
        result.putObject("message")
                .put("text", finding.title() + "\n" + finding.evidence() + "\nFix: " + finding.fix());
        addLocation(finding.object(), result);
        result.putObject("partialFingerprints").put("partywall/1", finding.fingerprint());
        result.putObject("properties")
                .put("severity", finding.severity().word())
                .put("direction", finding.direction().word());
    }

    private static void addLeak(Verdict verdict, ObjectNode result) {
        result.put("ruleId", verdict.probe());
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
                verdict.context().kind().word());
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
