package dev.partywall.report;

import dev.partywall.access.Inspection;
import dev.partywall.connect.Attestation;
import dev.partywall.probe.ProbeContext;
import dev.partywall.probe.ProbeRun;
import dev.partywall.probe.Proof;
import dev.partywall.tenancy.Evidence;
import dev.partywall.tenancy.Tenancy;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What the HTML report speaks of: the server, who looked as whom, how tenants are told apart, what was run. */
final class HtmlSubject {
    private HtmlSubject() {}

    static void write(Report report, Html html) throws IOException {
        Inspection inspection = report.inspection();
        html.put("h2", "What was examined").start("dl");
        entry("Server", "PostgreSQL " + inspection.snapshot().server().text(), html);
        entry("App role", identity(inspection.app(), inspection), html);
        Attestation bypass = inspection.bypass();
        entry("Bypass role", bypass == null ? "none: nothing could be controlled" : identity(bypass, inspection), html);
        writeTenancy(inspection.tenancy(), html);
        entry("Run", run(report), html);
        ProbeRun probes = report.probes();
        if (probes != null) {
            entry("Attested", proof(probes.proof()), html);
        }
        html.end("dl");
        writeEvidence(inspection.tenancy().evidence(), html);
    }

    /** As the server itself says it. */
    private static String identity(Attestation who, Inspection inspection) {
        String attributes = who.superuser() ? "superuser" : who.bypassRls() ? "BYPASSRLS" : "row security applies";
        Set<String> more = inspection.access().canBecome(who.currentUser());
        String becomes = more.isEmpty()
                ? "cannot become another role"
                : "can become " + more.stream().sorted().collect(Collectors.joining(", "));
        String login = who.sessionUser().equals(who.currentUser()) ? "" : ", logged in as " + who.sessionUser();
        return who.currentUser() + login + ": " + attributes + ", " + becomes;
    }

    private static void writeTenancy(Tenancy tenancy, Html html) throws IOException {
        entry("Tenant setting", none(String.join(", ", tenancy.settings().keySet())), html);
        String type = tenancy.tenantType() == null ? "" : " (" + tenancy.tenantType() + ")";
        entry("Tenant column", none(Objects.toString(tenancy.tenantColumn(), "")) + type, html);
        entry(
                "List of tenants",
                tenancy.registry() == null ? "none" : tenancy.registry().table().toString(),
                html);
        entry(
                "Without a tenant",
                "a session is meant to see " + tenancy.unsetMeans().name().toLowerCase(Locale.ROOT),
                html);
    }

    private static String run(Report report) {
        String tenants = report.verdicts().stream()
                .map(verdict -> verdict.context())
                .filter(context -> context.kind() == ProbeContext.Kind.TENANT)
                .map(ProbeContext::tenant)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        String parts = report.parts().stream()
                .map(part -> part == Verification.Part.ADVISE ? "rules and scans" : "attempts, each rolled back")
                .sorted()
                .collect(Collectors.joining("; "));
        return HtmlReport.TIME.format(report.startedAt()) + " to " + HtmlReport.TIME.format(report.finishedAt()) + ": "
                + parts + (tenants.isEmpty() ? "" : "; tried as " + tenants);
    }

    /** What the server said of the app role's session while it tried. */
    private static String proof(Proof proof) {
        long active =
                proof.rowSecurityActive().values().stream().filter(on -> on).count();
        String settings = proof.app().settings().entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining(", "));
        return proof.server() + ": " + proof.app().currentUser() + " tried, row_security " + proof.rowSecurity()
                + ", active for " + active + " of " + proof.rowSecurityActive().size() + " relations"
                + (settings.isEmpty() ? "" : "; read back " + settings) + "; exported snapshots "
                + String.join(", ", proof.snapshots());
    }

    private static void writeEvidence(List<Evidence> evidence, Html html) throws IOException {
        if (evidence.isEmpty()) {
            return;
        }
        html.start("details").put("summary", "How the tenancy was detected").start("ul");
        for (Evidence each : evidence) {
            html.put("li", each.part() + " = " + each.value() + ": " + each.reason());
        }
        html.end("ul").end("details");
    }

    private static String none(String text) {
        return text.isEmpty() ? "none" : text;
    }

    private static void entry(String term, String text, Html html) throws IOException {
        html.put("dt", term).put("dd", text);
    }
}
