package dev.partywall.probe;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Link;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Side;
import dev.partywall.profile.TenancyDeclaration.NullTenantMeans;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What there is to try.
 *
 * @param grounds in the order of their names
 * @param unjudged relations the app role has rights on that cannot be judged, with the reason
 */
record Survey(List<Ground> grounds, List<Unjudged> unjudged) {
    /** A relation whose rows nobody can be said to own. */
    record Unjudged(Relation relation, String why) {
        Verdict verdict() {
            return leftOut(ObjectRef.of(relation), new ProbeContext(ProbeContext.Kind.TENANT, null), why);
        }
    }

    /** Not judged, by design. */
    static Verdict leftOut(ObjectRef object, ProbeContext context, String why) {
        return new Verdict("foreign-read", "SELECT", object, context, null, Outcome.NOT_RUN, 0, null, why, "");
    }

    /** Reads the rights from the app side. */
    static Survey of(Link link, Inspection inspection, ProbePlan plan) {
        return of(link, inspection, plan, new Targets(inspection), null);
    }

    /** @param role what the app role has become; null where it is itself */
    static Survey of(Link link, Inspection inspection, ProbePlan plan, Targets targets, @Nullable String role) {
        List<Relation> relations = targets.relations(plan);
        SessionContext context = new SessionContext(Side.APP, null, Map.of(), role, false);
        Map<Long, Rights> rights = link.read(context, "probe: rights", app -> Rights.read(app, relations));
        Set<String> shared = shared(inspection);
        List<Ground> grounds = new ArrayList<>();
        List<Unjudged> unjudged = new ArrayList<>();
        for (Relation relation : relations) {
            Rights right = rights.get(relation.oid());
            if (right == null) {
                continue;
            }
            targets.of(relation)
                    .ifPresentOrElse(
                            one -> grounds.add(new Ground(
                                    one,
                                    right,
                                    null,
                                    "there is no bypass role",
                                    shared,
                                    Apart.from(inspection, relation, role),
                                    inspection.snapshot().server().major())),
                            () -> unjudged.add(targets.unjudged(relation)));
        }
        return new Survey(List.copyOf(grounds), List.copyOf(unjudged));
    }

    private static Set<String> shared(Inspection inspection) {
        Set<String> owners = new HashSet<>(inspection.tenancy().systemTenants());
        if (inspection.tenancy().nullTenantMeans() == NullTenantMeans.SHARED) {
            owners.add(Tally.NOBODY);
        }
        return owners;
    }
}
