package dev.partywall.cli;

import dev.partywall.access.Inspection;
import dev.partywall.connect.Cancellation;
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
            found = Verification.run(
                    opened.link(),
                    inspection,
                    parts,
                    probes.plan(opened, inspection),
                    new Cancellation(),
                    Progress.silent());
        }
        return report.deliver(found, database.suppressions(), parts.contains(Verification.Part.ADVISE));
    }
}
