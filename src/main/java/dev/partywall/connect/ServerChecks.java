package dev.partywall.connect;

import dev.partywall.connect.Diagnosis.Condition;
import dev.partywall.connect.Diagnosis.Line;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the doctor says of the server and the way to it. */
final class ServerChecks {
    /** The newest minor release of each major when this was written (postgresql.org: Versioning Policy). */
    private static final Map<Integer, Integer> NEWEST_MINOR = Map.of(14, 22, 15, 19, 16, 15, 17, 11, 18, 6);

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "::1", "0:0:0:0:0:0:0:1");

    private ServerChecks() {}

    static void of(SideReport report, List<Line> lines) {
        int newest = NEWEST_MINOR.getOrDefault(report.major(), 0);
        if (report.minor() < newest) {
            warn(
                    report,
                    lines,
                    "The server lacks the fixes up to PostgreSQL " + report.major() + "." + newest + ".",
                    "Install the newest minor release; it needs a restart, no dump.");
        }
        if (!report.tls() && !onThisMachine(report)) {
            warn(
                    report,
                    lines,
                    "The connection to " + report.address().places() + " is not encrypted.",
                    "Write sslmode=verify-full into the connection string.");
        }
        if (report.pooled()) {
            warn(
                    report,
                    lines,
                    "A pooler answers instead of the server, PgBouncer say.",
                    "Connect past it where you can; else write prepareThreshold=0 into a JDBC URL.");
        }
        if (report.replica()) {
            warn(
                    report,
                    lines,
                    "The server is a read-only replica: probes that write and the back-fill do not run there.",
                    "Connect to the primary for those.");
        }
    }

    private static void warn(SideReport report, List<Line> lines, String sentence, String remedy) {
        lines.add(new Line(report.side(), Condition.WARNING, sentence, remedy));
    }

    private static boolean onThisMachine(SideReport report) {
        return report.address().hosts().stream()
                .allMatch(host ->
                        THIS_MACHINE.contains(host.name()) || host.name().startsWith("127."));
    }
}
