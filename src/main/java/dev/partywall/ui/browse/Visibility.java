package dev.partywall.ui.browse;

import dev.partywall.browse.Browser;
import dev.partywall.browse.PageRequest;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Lens;
import dev.partywall.failure.Failure;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Progress;
import dev.partywall.ui.Texts;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How many rows of each table the lens sees, and how many there are: what the server expects, not counted. */
final class Visibility {
    /** More tables are not asked about: each costs a round trip. */
    private static final int MOST = 400;

    private final Desk desk;
    private final Lane lane;
    private final Runnable changed;
    private final Consumer<List<Told>> arrived;
    private final Map<RelationName, Long> visible = new HashMap<>();
    private final Map<RelationName, Long> total = new HashMap<>();
    private @Nullable Lens lens;

    private record Told(Lens lens, boolean everyone, RelationName relation, long rows) {}

    Visibility(Desk desk, Runnable changed) {
        this.desk = desk;
        this.lane = desk.work().lane();
        this.changed = changed;
        this.arrived = this::take;
    }

    /** Asks about these relations through a lens; what was known of another lens is forgotten. */
    void ask(List<Relation> relations, @Nullable Lens through, boolean anew) {
        if (!anew && through != null && through.equals(lens)) {
            return;
        }
        lens = through;
        visible.clear();
        if (anew) {
            total.clear();
        }
        changed.run();
        if (through != null) {
            boolean askTotal = total.isEmpty() && desk.link().hasBypass();
            Consumer<Told> feed = desk.work().feed(arrived);
            lane.start(
                    Texts.say("browse.visible.job"),
                    progress -> estimate(relations.stream().limit(MOST).toList(), through, askTotal, feed, progress),
                    done -> {});
        }
    }

    void stop() {
        lane.cancel();
    }

    private boolean estimate(
            List<Relation> relations, Lens through, boolean askTotal, Consumer<Told> feed, Progress progress) {
        Browser browser = new Browser(desk.link().stoppedBy(progress.cancellation()), desk.found());
        for (Relation relation : relations) {
            tell(browser, through, false, relation, feed);
            if (askTotal) {
                tell(browser, new Lens.Everyone(), true, relation, feed);
            }
        }
        return true;
    }

    /** A table the lens may not read has no number, and says why once it is opened. */
    private static void tell(Browser browser, Lens through, boolean everyone, Relation relation, Consumer<Told> feed) {
        try {
            long rows = browser.estimate(through, PageRequest.first(relation.name(), 1))
                    .rows();
            feed.accept(new Told(through, everyone, relation.name(), rows));
        } catch (Failure refused) {
            feed.accept(new Told(through, everyone, relation.name(), -1));
        }
    }

    private void take(List<Told> bundle) {
        for (Told told : bundle) {
            if (told.everyone()) {
                total.put(told.relation(), told.rows());
            } else if (told.lens().equals(lens)) {
                visible.put(told.relation(), told.rows());
            }
        }
        changed.run();
    }

    /** "2.0K / 100K": room is short in the list. */
    String words(Relation relation) {
        Long seen = visible.get(relation.name());
        if (seen == null) {
            return "";
        }
        Long all = total.get(relation.name());
        String first = seen < 0 ? Texts.say("visible.denied") : compact(seen);
        return all == null || all < 0 || lens instanceof Lens.Everyone
                ? first
                : Texts.say("visible.of", first, compact(all));
    }

    String sentence(Relation relation) {
        Long seen = visible.get(relation.name());
        if (seen == null) {
            return Texts.say("visible.unknown");
        }
        if (seen < 0) {
            return Texts.say("visible.denied.text");
        }
        Long all = total.get(relation.name());
        return all == null || all < 0 ? Texts.count("visible.text", seen) : Texts.say("visible.of.text", seen, all);
    }

    private static String compact(long number) {
        NumberFormat format = NumberFormat.getCompactNumberInstance(Locale.ENGLISH, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(number < 10_000 && number >= 1_000 ? 1 : 0);
        return format.format(number);
    }
}
