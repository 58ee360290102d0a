package dev.partywall.connect;

import dev.partywall.catalog.Identifiers;
import dev.partywall.connect.Diagnosis.Condition;
import dev.partywall.connect.Diagnosis.Line;
import java.util.List;

/** What the doctor says of the bypass role: it must see every row, or nothing it is the control of is proved. */
final class BypassChecks {
    private BypassChecks() {}

    static void of(SideReport bypass, List<Line> lines) {
        int before = lines.size();
        String role = bypass.attestation().currentUser();
        String quoted = Identifiers.quote(role);
        if (bypass.filtered() > 0) {
            problem(
                    lines,
                    "The bypass role " + role + " does not bypass: row security applies to it on " + bypass.filtered()
                            + " tables, " + bypass.aFiltered() + " say.",
                    "ALTER ROLE " + quoted + " BYPASSRLS (as a superuser).");
        } else if (!bypass.mayBypass()) {
            lines.add(new Line(
                    Side.BYPASS,
                    Condition.WARNING,
                    "The bypass role " + role
                            + " bypasses only because it owns every table whose security is not forced.",
                    "ALTER ROLE " + quoted + " BYPASSRLS (as a superuser)."));
        }
        if (bypass.unreadable() > 0) {
            problem(
                    lines,
                    "The bypass role " + role + " may not read " + bypass.unreadable() + " tables with row security.",
                    "GRANT pg_read_all_data TO " + quoted + ", or SELECT on the tables and USAGE on their schemas.");
        }
        if (lines.size() == before) {
            lines.add(new Line(Side.BYPASS, Condition.OK, "The bypass role " + role + " sees every row.", ""));
        }
    }

    private static void problem(List<Line> lines, String sentence, String remedy) {
        lines.add(new Line(Side.BYPASS, Condition.PROBLEM, sentence, remedy));
    }
}
