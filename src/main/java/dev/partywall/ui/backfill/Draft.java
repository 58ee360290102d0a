package dev.partywall.ui.backfill;

import dev.partywall.backfill.Assignment;
import dev.partywall.backfill.Gap;
import dev.partywall.backfill.Plan;
import dev.partywall.backfill.Rehearsal;
import dev.partywall.catalog.RelationName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was found, chosen and decided so far. A new decision makes the plan obsolete, a new plan its dry run: what is
 * carried out is always what was looked at. Used on the screen's thread only.
 */
final class Draft {
    private final List<Runnable> listeners = new ArrayList<>();
    private final Map<RelationName, Gap> gaps = new LinkedHashMap<>();
    private final Map<RelationName, @Nullable Decision> chosen = new LinkedHashMap<>();
    private @Nullable Plan plan;
    private @Nullable Rehearsal rehearsal;

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    /** New figures of the tables; what was decided about those that still have such rows stays. */
    void found(List<Gap> found) {
        gaps.clear();
        found.forEach(gap -> gaps.put(gap.table(), gap));
        chosen.keySet().removeIf(table -> !isOpen(table));
        forgetPlan();
        changed();
    }

    private boolean isOpen(RelationName table) {
        Gap gap = gaps.get(table);
        return gap != null && can(gap);
    }

    /** Whether anything can be done about its rows. */
    static boolean can(Gap gap) {
        return gap.refused() == null && gap.withoutTenant() > 0;
    }

    List<Gap> gaps() {
        return List.copyOf(gaps.values());
    }

    boolean isChosen(Gap gap) {
        return chosen.containsKey(gap.table());
    }

    void choose(List<Gap> some, boolean wanted) {
        some.forEach(gap -> {
            if (wanted && can(gap)) {
                chosen.putIfAbsent(gap.table(), null);
            } else {
                chosen.remove(gap.table());
            }
        });
        forgetPlan();
        changed();
    }

    /** The tables to decide about, in the order in which they were found. */
    List<Gap> chosen() {
        return gaps.values().stream().filter(this::isChosen).toList();
    }

    Optional<Decision> decision(RelationName table) {
        return Optional.ofNullable(chosen.get(table));
    }

    /** Null takes a decision back. */
    void decide(RelationName table, @Nullable Decision decision) {
        if (chosen.containsKey(table) && !Objects.equals(chosen.get(table), decision)) {
            chosen.put(table, decision);
            forgetPlan();
            changed();
        }
    }

    /** Whether everything chosen was decided, and something is to be done. */
    boolean decided() {
        return !assignments().isEmpty() && !chosen.containsValue(null);
    }

    long undecided() {
        return chosen.values().stream().filter(decision -> decision == null).count();
    }

    /** What is to be done, by table. */
    Map<RelationName, Assignment> assignments() {
        Map<RelationName, Assignment> all = new LinkedHashMap<>();
        chosen.forEach((table, decision) -> {
            if (decision instanceof Decision.Take take) {
                all.put(table, take.proposal().assignment());
            }
        });
        return all;
    }

    /** The same without one table: what is planned for the others. */
    Map<RelationName, Assignment> others(RelationName table) {
        Map<RelationName, Assignment> others = assignments();
        others.remove(table);
        return others;
    }

    void planned(@Nullable Plan made) {
        plan = made;
        rehearsal = null;
        changed();
    }

    void rehearsed(Rehearsal made) {
        rehearsal = made;
        changed();
    }

    private void forgetPlan() {
        plan = null;
        rehearsal = null;
    }

    Optional<Plan> plan() {
        return Optional.ofNullable(plan);
    }

    Optional<Rehearsal> rehearsal() {
        return Optional.ofNullable(rehearsal);
    }
}
