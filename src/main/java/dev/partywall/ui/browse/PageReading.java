package dev.partywall.ui.browse;

import dev.partywall.browse.Browser;
import dev.partywall.browse.ClassCounts;
import dev.partywall.connect.Lens;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Progress;
import dev.partywall.ui.Texts;
import dev.partywall.ui.Trouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads pages, counts and estimates through the lens and through nothing else; a newer wish of one kind ends the older. */
final class PageReading {
    private final Desk desk;
    private final Lane pages;
    private final Lane more;
    private final Lane counting;
    private final Lane classes;

    PageReading(Desk desk) {
        this.desk = desk;
        this.pages = desk.work().lane();
        this.more = desk.work().lane();
        this.counting = desk.work().lane();
        this.classes = desk.work().lane();
    }

    Lane pages() {
        return pages;
    }

    Lane more() {
        return more;
    }

    Lane counting() {
        return counting;
    }

    void stop() {
        pages.cancel();
        more.cancel();
        counting.cancel();
        classes.cancel();
    }

    /** What the lens sees, or the comparison where one is wished for. */
    void read(Lane lane, Asked asked, Lens lens, Consumer<Seen> done, Consumer<Trouble> failed) {
        Lens other = desk.against().get();
        lane.start(
                Texts.say("browse.job", asked.relation().name().name()),
                progress -> seen(browser(progress), asked, lens, other),
                done,
                failed);
    }

    private Browser browser(Progress progress) {
        return new Browser(desk.link().stoppedBy(progress.cancellation()), desk.found());
    }

    private Seen seen(Browser browser, Asked asked, Lens lens, @Nullable Lens other) {
        if (!(lens instanceof Lens.Tenant tenant) || other == null) {
            return Seen.of(browser.page(lens, asked.request()));
        }
        if (!(other instanceof Lens.Everyone)) {
            return Seen.of(browser.pair(lens, other, asked.request()), name(tenant), name(other));
        }
        return Seen.of(
                asked.only().isEmpty()
                        ? browser.compare(tenant, asked.request())
                        : browser.compare(tenant, asked.request(), asked.only()));
    }

    private String name(Lens who) {
        return who instanceof Lens.Tenant tenant ? desk.nameOf(tenant.id()) : Texts.say("compare.nobody");
    }

    /** Which the server expects; a failure is no news, for the page itself tells it. */
    void estimate(Asked asked, Lens lens, Consumer<Long> done) {
        counting.start(
                Texts.say("browse.estimate.job", asked.relation().name().name()),
                progress -> browser(progress).estimate(lens, asked.request()).rows(),
                done,
                trouble -> {});
    }

    void count(Asked asked, Lens lens, Consumer<Long> done, Consumer<Trouble> failed) {
        counting.start(
                Texts.say("browse.count.job", asked.relation().name().name()),
                progress -> browser(progress).count(lens, asked.request()),
                done,
                failed);
    }

    void countClasses(Asked asked, Lens.Tenant tenant, Consumer<ClassCounts> done, Consumer<Trouble> failed) {
        classes.start(
                Texts.say("browse.classes.job", asked.relation().name().name()),
                progress -> browser(progress).classes(tenant, asked.request()),
                done,
                failed);
    }
}
