package dev.partywall.ui.browse;

import dev.partywall.connect.Lens;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Texts;
import dev.partywall.ui.Trouble;
import java.util.function.Consumer;

/** How many rows there are: the server's expectation at first, the exact number when somebody asks for it. */
final class Totals {
    private final Desk desk;
    private final PageReading reading;
    private final PositionBar position;
    private final ComparisonBar comparison;

    Totals(Desk desk, PageReading reading, PositionBar position, ComparisonBar comparison) {
        this.desk = desk;
        this.reading = reading;
        this.position = position;
        this.comparison = comparison;
        reading.counting().busyProperty().subscribe(busy -> position.counting(busy && exact));
    }

    private boolean exact;

    /** A first page came: says what is known without asking, and asks for the rest. */
    void start(Asked asked, Lens lens, Seen page) {
        reading.counting().cancel();
        Lens other = desk.against().get();
        if (lens instanceof Lens.Tenant tenant && other != null) {
            position.total("");
            if (other instanceof Lens.Everyone) {
                reading.countClasses(asked, tenant, comparison::counted, this::uncounted);
            }
        } else if (page.isAll() && page.caution().isEmpty()) {
            position.total(Texts.count("browse.counted", page.table().rows().size()));
        } else {
            position.total("");
            exact = false;
            reading.estimate(asked, lens, rows -> position.total(Texts.count("browse.estimated", rows)));
        }
    }

    /** Counts exactly, or stops counting. */
    void toggleCount(Asked asked) {
        if (exact && reading.counting().isBusy()) {
            reading.counting().cancel();
            return;
        }
        Lens lens = desk.lens().get();
        if (lens != null) {
            exact = true;
            Consumer<Long> done = rows -> position.total(Texts.count("browse.counted", rows));
            reading.count(asked, lens, done, this::uncounted);
        }
    }

    private void uncounted(Trouble trouble) {
        desk.work().report(trouble.cause());
    }
}
