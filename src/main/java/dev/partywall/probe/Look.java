package dev.partywall.probe;

import dev.partywall.connect.Session;
import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at relations as a tenant, on one snapshot with the bypass side: whose rows are there to be seen? */
final class Look {
    private final Session app;
    private final Session bypass;
    private final Budget budget;
    private final Map<Target, Sight> sights = new IdentityHashMap<>();

    private Look(Session app, Session bypass, Budget budget) {
        this.app = app;
        this.bypass = bypass;
        this.budget = budget;
    }

    static Map<Target, Sight> at(
            Session app, Session bypass, List<Ground> grounds, Collection<String> owners, Budget budget) {
        budget.on(app);
        return new Look(app, bypass, budget).at(grounds, owners);
    }

    private Map<Target, Sight> at(List<Ground> grounds, Collection<String> owners) {
        Map<Target, Target> direct = new IdentityHashMap<>();
        List<Target> inOrder = new ArrayList<>();
        for (Ground ground : grounds) {
            Optional<Target> readable = ground.target().readableWith(ground.rights());
            if (readable.isEmpty()) {
                sights.put(ground.target(), unclear(ground));
            } else if (readable.get().ownership().direct()) {
                direct.put(readable.get(), ground.target());
                inOrder.add(readable.get());
            } else {
                sights.put(ground.target(), byKeys(readable.get()));
            }
        }
        Tallies.of(app, inOrder, owners, (target, failure) -> sights.put(direct.get(target), refused(failure)))
                .forEach((target, tally) -> sights.put(direct.get(target), new Sight.Seen(tally)));
        return sights;
    }

    static Sight unclear(Ground ground) {
        return new Sight.Unclear(
                "The app role may read neither the tenant nor a key of "
                        + ground.target().relation().name().sql()
                        + ", so whose rows it sees cannot be told.",
                false);
    }

    private Sight byKeys(Target target) {
        try {
            return new Sight.Seen(Tallies.byKeys(app, bypass, target));
        } catch (Failure failure) {
            return refused(failure);
        }
    }

    private Sight refused(Failure failure) {
        return Budget.OVER.equals(failure.sqlState())
                ? new Sight.Unclear("Reading it, " + budget.over() + ".", true)
                : Sight.Refused.of(failure);
    }
}
