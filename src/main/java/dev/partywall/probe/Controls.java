package dev.partywall.probe;

import dev.partywall.connect.Session;
import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the bypass side sees of each relation. */
final class Controls {
    private final Budget budget;
    private final Map<Target, Tally> tallies;
    private final Map<Target, Failure> refused;

    private Controls(Budget budget, Map<Target, Tally> tallies, Map<Target, Failure> refused) {
        this.budget = budget;
        this.tallies = tallies;
        this.refused = refused;
    }

    /** @param owners counted one by one in relations that are too large to count */
    static Controls at(Session bypass, List<Target> targets, Collection<String> owners, Budget budget) {
        Map<Target, Boolean> all = new IdentityHashMap<>();
        List<Target> inOrder = new ArrayList<>();
        targets.forEach(target -> add(all, inOrder, target));
        Map<Target, Failure> refused = new IdentityHashMap<>();
        return new Controls(budget, Tallies.of(bypass, inOrder, owners, refused::put), refused);
    }

    private static void add(Map<Target, Boolean> all, List<Target> inOrder, Target target) {
        if (all.put(target, true) == null) {
            inOrder.add(target);
            target.bases().forEach(base -> add(all, inOrder, base));
        }
    }

    /** The ground with what this saw of it. */
    Ground on(Ground ground) {
        return of(ground.target()).map(ground::controlledBy).orElseGet(() -> ground.uncontrolled(why(ground.target())));
    }

    private String why(Target target) {
        String unreadable =
                "the bypass role cannot read " + target.relation().name().sql();
        Failure failure = refused.get(target);
        return failure == null ? unreadable : budget.why(failure, unreadable + " (" + failure.sqlState() + ")");
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
        return known ? Optional.of(new Tally(rows, capped)) : Optional.empty();
    }
}
