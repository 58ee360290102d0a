package dev.partywall.probe;

import dev.partywall.connect.Link;
import dev.partywall.connect.SessionContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the bypass side sees of each relation, before anything is tried. */
final class Controls {
    private final Map<Target, Tally> tallies;
    private final Set<String> tenants = new HashSet<>();

    private Controls(Map<Target, Tally> tallies) {
        this.tallies = tallies;
        tallies.forEach((target, tally) -> {
            if (!(target.ownership() instanceof Ownership.Within)) {
                tenants.addAll(tally.rows().keySet());
            }
        });
        tenants.remove(Tally.NOBODY);
    }

    /** @param owners counted one by one in relations that are too large to count */
    static Controls of(Link link, List<Target> targets, List<String> owners) {
        Set<Target> all = new LinkedHashSet<>();
        targets.forEach(target -> add(all, target));
        return new Controls(
                link.hasBypass()
                        ? link.read(
                                SessionContext.bypass(),
                                "probe: control",
                                bypass -> Tallies.of(bypass, new ArrayList<>(all), owners, (target, failure) -> {}))
                        : Map.of());
    }

    private static void add(Set<Target> all, Target target) {
        all.add(target);
        target.bases().forEach(base -> add(all, base));
    }

    /**
     * Every row there is. A view may show the bypass role less than there is to be reached through it, so what it is made
     * of counts as well.
     */
    Optional<Tally> of(Target target) {
        Tally tally = tallies.get(target);
        Map<String, Long> rows = new LinkedHashMap<>(tally == null ? Map.of() : tally.rows());
        boolean known = tally != null;
        boolean capped = tally != null && tally.capped();
        for (Target base : target.bases()) {
            Optional<Tally> below = of(base);
            below.ifPresent(found -> found.rows().forEach((owner, count) -> rows.merge(owner, count, Math::max)));
            known |= below.isPresent();
            capped |= below.map(Tally::capped).orElse(false);
        }
        return known ? Optional.of(new Tally(new HashMap<>(rows), capped)) : Optional.empty();
    }

    /** Whether a document that might name tenants does: only where some tenant is known from elsewhere. */
    boolean tellsTenants(Target target) {
        if (!(target.ownership() instanceof Ownership.Within)) {
            return true;
        }
        Tally tally = tallies.get(target);
        return tally != null && tally.rows().keySet().stream().anyMatch(tenants::contains);
    }
}
