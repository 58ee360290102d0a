package dev.partywall.probe;

import dev.partywall.connect.Link;
import dev.partywall.connect.ProbeSession;
import dev.partywall.connect.ProbeSession.Attempt;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Looks at relations in a session without a tenant, where most show nothing: many at once, then ever fewer. */
final class Glance {
    private static final int AT_ONCE = 32;

    private final ProbeSession session;
    private final Budget budget;
    /** Whose the rows with these keys are. */
    private final BiFunction<Target, List<String>, Tally> owners;

    Glance(ProbeSession session, Budget budget, BiFunction<Target, List<String>, Tally> owners) {
        this.session = session;
        this.budget = budget;
        this.owners = owners;
    }

    /** The bypass side says whose a key is. */
    Glance(ProbeSession session, Budget budget, Link link) {
        this(
                session,
                budget,
                (target, keys) -> link.read(
                        SessionContext.bypass(),
                        "whose rows these are",
                        bypass -> Tallies.owners(bypass, target, keys)));
    }

    void at(List<Ground> grounds, BiConsumer<Ground, Sight> told) {
        budget.on(session);
        for (int from = 0; from < grounds.size(); from += AT_ONCE) {
            halves(grounds.subList(from, Math.min(from + AT_ONCE, grounds.size())), told);
        }
    }

    private void halves(List<Ground> grounds, BiConsumer<Ground, Sight> told) {
        if (grounds.size() == 1) {
            told.accept(grounds.getFirst(), at(grounds.getFirst()));
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
        halves(grounds.subList(0, middle), told);
        halves(grounds.subList(middle, grounds.size()), told);
    }

    private Sight at(Ground ground) {
        Attempt any = session.attempt(Sql.of("SELECT 1 FROM " + ground.target().sql() + " LIMIT 1"));
        if (any instanceof Attempt.Refused refused) {
            return refused(refused);
        }
        if (any instanceof Attempt.Done done && done.rows() == 0) {
            return new Sight.Seen(Tally.none());
        }
        Optional<Target> readable = ground.target().readableWith(ground.rights());
        return readable.isEmpty() ? Look.unclear(ground) : counted(readable.get());
    }

    private Sight counted(Target target) {
        Sql sql = target.ownership().direct() ? TallyQuery.owners(List.of(target)) : TallyQuery.keys(target);
        if (session.attempt(sql) instanceof Attempt.Refused refused) {
            return refused(refused);
        }
        if (!target.ownership().direct()) {
            return new Sight.Seen(
                    owners.apply(target, session.list(sql, row -> "[" + row.get(1) + "," + row.get(2) + "]")));
        }
        Map<String, Long> rows = new LinkedHashMap<>();
        session.list(sql, row -> rows.put(Tallies.owner(row), row.number(3)));
        return new Sight.Seen(new Tally(rows, false));
    }

    private Sight refused(Attempt.Refused refused) {
        return Budget.OVER.equals(refused.sqlState())
                ? new Sight.Unclear("Reading it, " + budget.over() + ".", true)
                : new Sight.Refused(refused.sqlState(), refused.message());
    }
}
