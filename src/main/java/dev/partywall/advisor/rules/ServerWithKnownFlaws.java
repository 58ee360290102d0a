package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.ObjectRef;
import java.util.List;
import java.util.stream.Collectors;

/** The server's minor version has published flaws in row security. */
public final class ServerWithKnownFlaws implements Rule {
    @Override
    public String id() {
        return "server-version";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        int number = inspection.snapshot().server().number();
        List<KnownFlaw> flaws =
                KnownFlaw.ALL.stream().filter(flaw -> flaw.affects(number)).toList();
        return flaws.isEmpty() ? List.of() : List.of(finding(inspection, flaws));
    }

    private Finding finding(Inspection inspection, List<KnownFlaw> flaws) {
        int major = inspection.snapshot().server().major();
        int newest = flaws.stream().mapToInt(flaw -> flaw.fixedIn(major)).max().orElseThrow();
        return new Finding(
                id(),
                flaws.stream().anyMatch(KnownFlaw::lifts) ? Severity.MEDIUM : Severity.LOW,
                Direction.FAIL_OPEN,
                new ObjectRef(
                        ObjectRef.Kind.DATABASE,
                        null,
                        null,
                        inspection.snapshot().database()),
                "PostgreSQL " + inspection.snapshot().server().text() + " has known flaws in row security",
                flaws.stream().map(flaw -> flaw.id() + ": " + flaw.what()).collect(Collectors.joining(" ")),
                "server_version_num is " + inspection.snapshot().server().number() + "; table of July 2026.",
                "Update to PostgreSQL " + major + "." + newest + " or later; a minor update needs no dump.");
    }
}
