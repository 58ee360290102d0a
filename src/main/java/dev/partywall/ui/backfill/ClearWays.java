package dev.partywall.ui.backfill;

import dev.partywall.backfill.Assignment;
import dev.partywall.backfill.Backfill;
import dev.partywall.backfill.Gap;
import dev.partywall.backfill.Proposal;
import dev.partywall.catalog.RelationName;
import dev.partywall.ui.Progress;
import dev.partywall.ui.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the tables for which one way answers for every row, again and again: each may make the next ones clear. */
final class ClearWays {
    private ClearWays() {}

    static List<Proposal> among(Backfill engine, List<Gap> open, Map<RelationName, Assignment> decided, Progress told) {
        Map<RelationName, Assignment> planned = new HashMap<>(decided);
        List<Gap> waiting = new ArrayList<>(open);
        List<Proposal> clear = new ArrayList<>();
        int before;
        do {
            before = waiting.size();
            for (Gap gap : List.copyOf(waiting)) {
                told.tell(clear.size(), open.size(), Texts.say("backfill.clear.at", gap.table()));
                best(engine, gap, planned).ifPresent(way -> {
                    clear.add(way);
                    planned.put(gap.table(), way.assignment());
                    waiting.remove(gap);
                });
            }
        } while (waiting.size() < before);
        return clear;
    }

    private static Optional<Proposal> best(Backfill engine, Gap gap, Map<RelationName, Assignment> planned) {
        return engine.suggestions(gap.table(), planned).stream()
                .filter(way -> way.left() == 0 && way.assignable() > 0)
                .findFirst();
    }
}
