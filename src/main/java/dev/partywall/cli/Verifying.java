package dev.partywall.cli;

import dev.partywall.access.Inspection;
import dev.partywall.connect.Cancellation;
import dev.partywall.probe.ProbePlan;
import dev.partywall.probe.Probes;
import dev.partywall.probe.Progress;
import dev.partywall.report.Report;
import dev.partywall.report.Verification;
import java.util.Set;

/** What verify, advise and probe have in common. */
record Verifying(DatabaseOptions database, ProbeOptions probes, ReportOptions report) {
    /** Opens the database, runs the parts, delivers the report and answers the exit code. */
    int run(Set<Verification.Part> parts) {
        Report found;
        try (Opened opened = database.open()) {
            Inspection inspection = opened.inspect();
            ProbePlan plan = probes.plan(opened, inspection);
            Progress progress = parts.contains(Verification.Part.PROBE)
                    ? ConsoleProgress.of(Probes.estimate(opened.link(), inspection, plan), System.err)
                    : Progress.silent();
            found = Verification.run(opened.link(), inspection, parts, plan, new Cancellation(), progress);
        }
        return report.deliver(found, database.suppressions(), parts.contains(Verification.Part.ADVISE));
    }
}
