package dev.partywall.probe;

import dev.partywall.connect.Row;
import dev.partywall.connect.Session;
import dev.partywall.connect.Sql;
import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Counts whose rows a session sees, many relations in one statement. */
final class Tallies {
    private final Session session;
    private final BiConsumer<Target, Failure> refused;
    private final Map<Target, Tally> found = new IdentityHashMap<>();

    private Tallies(Session session, BiConsumer<Target, Failure> refused) {
        this.session = session;
        this.refused = refused;
    }

    /**
     * For a session that can tell the owner by itself.
     *
     * @param owners counted one by one where a relation is too large to count
     * @param refused told of each target that cannot be counted; it is then absent from the result
     */
    static Map<Target, Tally> of(
            Session session, List<Target> targets, Collection<String> owners, BiConsumer<Target, Failure> refused) {
        Tallies tallies = new Tallies(session, refused);
        List<Target> large = targets.stream().filter(Tallies::isLarge).toList();
        Halving.over(targets.stream().filter(target -> !isLarge(target)).toList(), tallies::count, refused);
        List<Target> byOwner = new ArrayList<>(large);
        tallies.found.forEach((target, tally) -> {
            if (tally.capped()) {
                byOwner.add(target);
            }
        });
        byOwner.forEach(target -> tallies.countOwners(target, owners));
        return tallies.found;
    }

    /** What the statistics say of it: then a count of everything is not even begun. */
    private static boolean isLarge(Target target) {
        return target.relation().estimatedRows() > Tally.CAP;
    }

    /** For relations whose owner only the bypass side can tell: the keys from one, the owners from the other. */
    static Tally byKeys(Session app, Session bypass, Target target) {
        List<String> keys =
                app.within(() -> app.list(TallyQuery.keys(target), row -> "[" + row.get(1) + "," + row.get(2) + "]"));
        return owners(bypass, target, keys);
    }

    static Tally owners(Session bypass, Target target, List<String> keys) {
        if (keys.isEmpty()) {
            return Tally.none();
        }
        String array = keys.stream().collect(Collectors.joining(",", "[", "]"));
        Map<String, Long> rows = new LinkedHashMap<>();
        bypass.within(
                () -> bypass.list(TallyQuery.ownersOfKeys(target, array), row -> rows.put(owner(row), row.number(3))));
        return new Tally(rows, false);
    }

    private void count(List<Target> targets) {
        List<Map<String, Long>> counted = new ArrayList<>();
        targets.forEach(target -> counted.add(new LinkedHashMap<>()));
        Sql sql = TallyQuery.owners(targets);
        session.within(() ->
                session.list(sql, row -> counted.get((int) row.number(1)).put(owner(row), row.number(3))));
        for (int i = 0; i < targets.size(); i++) {
            Tally tally = new Tally(counted.get(i), false);
            found.put(targets.get(i), new Tally(tally.rows(), tally.total() > Tally.CAP));
        }
    }

    private void countOwners(Target target, Collection<String> owners) {
        Map<String, Long> rows = new LinkedHashMap<>();
        try {
            session.within(() -> session.list(
                    TallyQuery.ofOwners(target, owners), row -> rows.merge(owner(row), row.number(3), Long::sum)));
            found.put(target, new Tally(rows, true));
        } catch (Failure failure) {
            found.remove(target);
            refused.accept(target, failure);
        }
    }

    static String owner(Row row) {
        String owner = row.text(2);
        return owner == null ? Tally.NOBODY : owner;
    }
}
