package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Exposure;
import dev.partywall.advisor.Filtering;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Reach;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.advisor.TenantFilter;
import dev.partywall.advisor.TenantPredicate;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A view that reads tenants' rows with its owner's rights, whom row security does not bind. */
public final class ViewWithOwnersRights implements Rule {
    @Override
    public String id() {
        return "view-definer";
    }

    private static final Pattern AGGREGATE = Pattern.compile("(?i)\\b(count|sum|avg|min|max)\\(|\\bGROUP BY\\b");

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        Exposure exposure = new Exposure(landscape, new TenantFilter(landscape));
        return landscape.relations().stream()
                .filter(relation -> relation.kind() == Relation.Kind.VIEW)
                .filter(view -> !landscape.isDeclaredShared(view))
                .filter(view -> !landscape.reach().commands(view).isEmpty())
                .flatMap(view -> judge(landscape, exposure, view))
                .toList();
    }

    private Stream<Finding> judge(Landscape landscape, Exposure exposure, Relation view) {
        Filtering filtering = exposure.of(view);
        List<Relation> exposed = exposure.exposedBy(view);
        return switch (filtering) {
            case UNTOUCHED -> Stream.empty();
            case FILTERED -> filtered(landscape, view, exposed);
            case UNDECIDED -> Stream.of(finding(landscape, exposure, view, Severity.INFO));
            case BY_ARGUMENT, UNFILTERED -> Stream.of(finding(landscape, exposure, view, severity(landscape, view)));
        };
    }

    private Stream<Finding> filtered(Landscape landscape, Relation view, List<Relation> exposed) {
        UncheckedWrites writes = new UncheckedWrites(landscape, view);
        if (!writes.commands().isEmpty()) {
            return Stream.of(writes.finding(id()));
        }
        return isBarrier(view) ? Stream.empty() : Stream.of(withoutBarrier(view, exposed));
    }

    private static boolean isBarrier(Relation view) {
        return view.view() != null && view.view().securityBarrier();
    }

    /** Sums over all tenants tell less than their rows. */
    private static Severity severity(Landscape landscape, Relation view) {
        boolean sums = view.view() != null
                && AGGREGATE.matcher(view.view().definition()).find();
        return sums && landscape.tenantColumn(view).isEmpty() ? Severity.MEDIUM : Severity.CRITICAL;
    }

    private Finding finding(Landscape landscape, Exposure exposure, Relation view, Severity severity) {
        String undecided = severity == Severity.INFO
                ? " Whether its own condition keeps to the tenant cannot be told by reading it: look at it."
                : "";
        return new Finding(
                id(),
                severity,
                Direction.FAIL_OPEN,
                ObjectRef.of(view),
                view.name() + " shows rows past the row security of " + names(exposure.exposedBy(view)),
                "A view reads its tables with its owner's rights unless it says security_invoker, and row security does not "
                        + "bind " + view.owner() + " there." + undecided,
                landscape.reach().app() + " may "
                        + Reach.words(landscape.reach().commands(view)) + "; the owner is " + view.owner() + ".",
                fix(landscape, exposure, view));
    }

    private Finding withoutBarrier(Relation view, List<Relation> exposed) {
        return new Finding(
                id(),
                Severity.LOW,
                Direction.FAIL_OPEN,
                ObjectRef.of(view),
                view.name() + " filters by tenant but is no security barrier",
                "A function in the caller's WHERE may be evaluated before the view's own condition and see other tenants' rows of "
                        + names(exposed) + ".",
                "Its condition compares the tenant; security_barrier is off.",
                "ALTER VIEW " + view.name().sql() + " SET (security_barrier = true);");
    }

    /** What cannot have row security stays behind a filter; everything else is read as the caller. */
    private static String fix(Landscape landscape, Exposure exposure, Relation view) {
        List<Relation> exposed = exposure.exposedBy(view);
        if (exposed.stream().anyMatch(relation -> !relation.isTable() && relation.kind() != Relation.Kind.VIEW)) {
            return filtered(landscape, view);
        }
        if (landscape.snapshot().server().major() < 15) {
            return "Give the view an owner whom row security binds, and force row security on " + names(exposed) + ".";
        }
        StringBuilder fix = new StringBuilder("ALTER VIEW " + view.name().sql() + " SET (security_invoker = true);");
        for (Relation relation : exposed) {
            if (!landscape.reach().may(relation, Privilege.SELECT)) {
                fix.append("\nGRANT SELECT ON " + relation.name().sql() + " TO "
                        + Identifiers.quote(landscape.reach().app()) + ";");
            }
            if (relation.kind() == Relation.Kind.VIEW) {
                fix.append("\n").append(fix(landscape, exposure, relation));
            }
        }
        return fix.toString();
    }

    private static String filtered(Landscape landscape, Relation view) {
        String definition =
                view.view() == null ? "" : view.view().definition().strip().replaceFirst(";$", "");
        return new TenantPredicate(landscape)
                .of(view)
                .map(condition -> "CREATE OR REPLACE VIEW " + view.name().sql()
                        + " WITH (security_barrier = true) AS\n  SELECT * FROM (" + definition
                        + ") AS rows_of_all WHERE "
                        + condition + ";")
                .orElse(
                        "Let the view show the tenant column, compare it with the session's tenant, and make it a security barrier.");
    }

    private static String names(List<Relation> relations) {
        return relations.stream().map(relation -> relation.name().sql()).collect(Collectors.joining(", "));
    }
}
