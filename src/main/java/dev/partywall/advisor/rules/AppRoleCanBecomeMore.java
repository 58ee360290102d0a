package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Escapes;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.ObjectRef;
import java.util.List;
import java.util.stream.Collectors;

/** The app role inherits from, or can turn into, a role that gets past row security. */
public final class AppRoleCanBecomeMore implements Rule {
    @Override
    public String id() {
        return "app-role-membership";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        if (landscape.reach().isOutranked()) {
            return List.of();
        }
        List<Escapes.Escape> escapes = new Escapes(landscape).all();
        return escapes.isEmpty() ? List.of() : List.of(finding(inspection.appRole(), escapes));
    }

    /** One finding for the role, whatever the number of ways: they are closed together. */
    private Finding finding(String app, List<Escapes.Escape> escapes) {
        Severity worst = escapes.stream()
                .map(Escapes.Escape::severity)
                .min(Severity::compareTo)
                .orElse(Severity.INFO);
        return new Finding(
                id(),
                worst,
                Direction.FAIL_OPEN,
                ObjectRef.role(app),
                "The app role " + app + " can get past row security through "
                        + escapes.stream().map(Escapes.Escape::role).distinct().collect(Collectors.joining(", ")),
                escapes.stream().map(Escapes.Escape::meaning).collect(Collectors.joining(" ")),
                escapes.stream().map(Escapes.Escape::path).distinct().collect(Collectors.joining("; ")) + ".",
                escapes.stream().map(Escapes.Escape::fix).distinct().collect(Collectors.joining("\n")));
    }
}
