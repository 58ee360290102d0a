package dev.partywall.connect;

import dev.partywall.catalog.Identifiers;
import dev.partywall.connect.Diagnosis.Condition;
import dev.partywall.connect.Diagnosis.Line;
import java.util.List;

/** What the doctor says of the app role: row security must apply to it (FACTS, row security 1 and 24). */
final class AppChecks {
    private AppChecks() {}

    static void of(SideReport app, List<Line> lines) {
        int before = lines.size();
        String role = app.attestation().currentUser();
        String quoted = Identifiers.quote(role);
        if (app.attestation().superuser()) {
            problem(
                    lines,
                    "The app role " + role + " is a superuser: row security never applies to it.",
                    "ALTER ROLE " + quoted + " NOSUPERUSER NOBYPASSRLS, or name the application's own role.");
        } else if (app.attestation().bypassRls()) {
            problem(
                    lines,
                    "The app role " + role + " has BYPASSRLS: row security never applies to it.",
                    "ALTER ROLE " + quoted + " NOBYPASSRLS, or name the application's own role.");
        } else if (app.mighty() != null) {
            problem(
                    lines,
                    "The app role " + role + " may become " + app.mighty() + ", which bypasses row security.",
                    "REVOKE " + Identifiers.quote(app.mighty()) + " FROM " + quoted + ", and whatever leads there.");
        }
        if (app.unforced() > 0 && !app.mayBypass()) {
            problem(
                    lines,
                    "The app role " + role + " owns " + app.unforced()
                            + " tables with row security that is not forced, " + app.anUnforced()
                            + " say: it does not apply to their owner.",
                    "ALTER TABLE " + app.anUnforced() + " FORCE ROW LEVEL SECURITY, and so the others.");
        }
        if (lines.size() == before) {
            lines.add(new Line(Side.APP, Condition.OK, "Row security applies to the app role " + role + ".", ""));
        }
    }

    private static void problem(List<Line> lines, String sentence, String remedy) {
        lines.add(new Line(Side.APP, Condition.PROBLEM, sentence, remedy));
    }
}
