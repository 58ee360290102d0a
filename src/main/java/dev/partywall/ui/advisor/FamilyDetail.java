package dev.partywall.ui.advisor;

import dev.partywall.advisor.Family;
import dev.partywall.advisor.Page;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Rules;
import dev.partywall.advisor.scan.Scan;
import dev.partywall.advisor.scan.Scans;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Card;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** What was asked of a family of which nothing was found. */
final class FamilyDetail {
    private FamilyDetail() {}

    static Node of(Family family) {
        Card card = new Card(
                new HBox(10, Icons.of(Feather.CHECK_CIRCLE, "icon-good"), Words.section(family.clear())),
                Words.text(Texts.say("advisor.clear.asked"), "muted"));
        pages(family).forEach(page -> card.getChildren().add(Words.text("•  " + page.title())));
        return card;
    }

    private static List<Page> pages(Family family) {
        Stream<String> ids = family == Family.DATA
                ? Scans.all().stream().map(Scan::id)
                : Rules.of(family).stream().map(Rule::id);
        return ids.map(Page::of).flatMap(Optional::stream).toList();
    }
}
