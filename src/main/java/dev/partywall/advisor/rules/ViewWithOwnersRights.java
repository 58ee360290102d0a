package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Exposure;
import dev.partywall.advisor.Filtering;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.advisor.TenantFilter;
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
        Landscape landscape = new Landscape(inspection);
        Exposure exposure = new Exposure(landscape, new TenantFilter(landscape));
        return landscape.relations().stream()
                .filter(relation -> relation.kind() == Relation.Kind.VIEW)
                .filter(view -> !landscape.tenancy().shared().contains(view.name()))
                .filter(view -> !landscape.reach().commands(view).isEmpty())
                .flatMap(view -> judge(landscape, exposure, view))
                .toList();
    }

    private Stream<Finding> judge(Landscape landscape, Exposure exposure, Relation view) {
        Filtering filtering = exposure.of(view);
        List<Relation> exposed = exposure.exposedBy(view);
        return switch (filtering) {
            case UNTOUCHED -> Stream.empty();
            case FILTERED -> isBarrier(view) ? Stream.empty() : Stream.of(withoutBarrier(view, exposed));
            case UNDECIDED -> Stream.of(finding(landscape, view, exposed, Severity.INFO));
            case BY_ARGUMENT, UNFILTERED -> Stream.of(finding(landscape, view, exposed, severity(landscape, view)));
        };
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

    private Finding finding(Landscape landscape, Relation view, List<Relation> exposed, Severity severity) {
        String undecided = severity == Severity.INFO
                ? " Whether its own condition keeps to the tenant cannot be told by reading it: look at it."
                : "";
        return new Finding(
                id(),
                severity,
                Direction.FAIL_OPEN,
                ObjectRef.of(view),
                view.name() + " shows rows past the row security of " + names(exposed),
                "A view reads its tables with its owner's rights unless it says security_invoker, and row security does not "
                        + "bind " + view.owner() + " there." + undecided,
                landscape.reach().app() + " may " + landscape.reach().commands(view) + "; the owner is " + view.owner()
                        + ".",
                fix(landscape, view, exposed));
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
    private static String fix(Landscape landscape, Relation view, List<Relation> exposed) {
        if (landscape.snapshot().server().major() < 15) {
            return "Give the view an owner whom row security binds, and force row security on " + names(exposed) + ".";
        }
        String grants = exposed.stream()
                .filter(table -> !landscape.reach().may(table, Privilege.SELECT))
                .map(table -> "\nGRANT SELECT ON " + table.name().sql() + " TO "
                        + Identifiers.quote(landscape.reach().app()) + ";")
                .collect(Collectors.joining());
        return "ALTER VIEW " + view.name().sql() + " SET (security_invoker = true);" + grants;
    }

    private static String names(List<Relation> relations) {
        return relations.stream().map(relation -> relation.name().sql()).collect(Collectors.joining(", "));
    }
}
