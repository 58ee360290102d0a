package dev.partywall.probe;

import dev.partywall.connect.Link;
import dev.partywall.connect.ProbeSession;
import dev.partywall.connect.ProbeSession.Attempt;
import dev.partywall.connect.Session;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Sql;
import dev.partywall.failure.Failure;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Looks at relations in one session: whose rows are there to be seen? */
final class Look {
    private static final int AT_ONCE = 32;

    private Look() {}

    /** As a tenant, on one snapshot with the bypass side. */
    static Map<Target, Sight> at(Session app, Session bypass, List<Ground> grounds, Collection<String> owners) {
        Map<Target, Sight> sights = new HashMap<>();
        Map<Target, Target> direct = new LinkedHashMap<>();
        for (Ground ground : grounds) {
            Optional<Target> readable = ground.target().readableWith(ground.rights());
            if (readable.isEmpty()) {
                sights.put(ground.target(), unclear(ground));
            } else if (readable.get().ownership().direct()) {
                direct.put(readable.get(), ground.target());
            } else {
                sights.put(ground.target(), byKeys(app, bypass, readable.get()));
            }
        }
        Tallies.of(
                        app,
                        List.copyOf(direct.keySet()),
                        owners,
                        (target, failure) -> sights.put(direct.get(target), Sight.Refused.of(failure)))
                .forEach((target, tally) -> sights.put(direct.get(target), new Sight.Seen(tally)));
        return sights;
    }

    private static Sight unclear(Ground ground) {
        return new Sight.Unclear("The app role may read neither the tenant nor a key of "
                + ground.target().relation().name().sql() + ", so whose rows it sees cannot be told.");
    }

    private static Sight byKeys(Session app, Session bypass, Target target) {
        try {
            return new Sight.Seen(Tallies.byKeys(app, bypass, target));
        } catch (Failure failure) {
            return Sight.Refused.of(failure);
        }
    }

    /** In a session without a tenant, where most relations show nothing: many at once, then ever fewer. */
    static void at(ProbeSession session, Link link, List<Ground> grounds, BiConsumer<Ground, Sight> told) {
        for (int from = 0; from < grounds.size(); from += AT_ONCE) {
            halves(session, link, grounds.subList(from, Math.min(from + AT_ONCE, grounds.size())), told);
        }
    }

    private static void halves(ProbeSession session, Link link, List<Ground> grounds, BiConsumer<Ground, Sight> told) {
        if (grounds.size() == 1) {
            told.accept(grounds.getFirst(), at(session, link, grounds.getFirst()));
            return;
        }
        Sql anything = Sql.of(grounds.stream()
                .map(ground -> "(SELECT 1 FROM " + ground.target().sql() + " LIMIT 1)")
                .collect(Collectors.joining(" UNION ALL ")));
        if (session.attempt(anything) instanceof Attempt.Done done && done.rows() == 0) {
            grounds.forEach(ground -> told.accept(ground, new Sight.Seen(Tally.none())));
            return;
        }
        int middle = grounds.size() / 2;
        halves(session, link, grounds.subList(0, middle), told);
        halves(session, link, grounds.subList(middle, grounds.size()), told);
    }

    private static Sight at(ProbeSession session, Link link, Ground ground) {
        Attempt any = session.attempt(Sql.of("SELECT 1 FROM " + ground.target().sql() + " LIMIT 1"));
        if (any instanceof Attempt.Refused refused) {
            return new Sight.Refused(refused.sqlState(), refused.message());
        }
        if (any instanceof Attempt.Done done && done.rows() == 0) {
            return new Sight.Seen(Tally.none());
        }
        Optional<Target> readable = ground.target().readableWith(ground.rights());
        return readable.isEmpty() ? unclear(ground) : counted(session, link, readable.get());
    }

    private static Sight counted(ProbeSession session, Link link, Target target) {
        Sql sql = target.ownership().direct() ? TallyQuery.owners(List.of(target)) : TallyQuery.keys(target);
        if (session.attempt(sql) instanceof Attempt.Refused refused) {
            return new Sight.Refused(refused.sqlState(), refused.message());
        }
        if (!target.ownership().direct()) {
            List<String> keys = session.list(sql, row -> "[" + row.get(1) + "," + row.get(2) + "]");
            return new Sight.Seen(link.read(
                    SessionContext.bypass(), "whose rows these are", bypass -> Tallies.owners(bypass, target, keys)));
        }
        Map<String, Long> rows = new LinkedHashMap<>();
        session.list(sql, row -> rows.put(Tallies.owner(row), row.number(3)));
        return new Sight.Seen(new Tally(rows, false));
    }
}
