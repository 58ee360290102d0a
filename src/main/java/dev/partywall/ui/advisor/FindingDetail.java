package dev.partywall.ui.advisor;

import dev.partywall.advisor.Acceptance;
import dev.partywall.advisor.Exceptions.Accepted;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Page;
import dev.partywall.advisor.Rules;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Badge;
import dev.partywall.ui.part.Card;
import dev.partywall.ui.part.CodeBox;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.Markdown;
import dev.partywall.ui.part.States;
import dev.partywall.ui.part.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/** A finding in full: what it means, the evidence, the fix, who suppressed it or how, the page that teaches it. */
final class FindingDetail {
    private FindingDetail() {}

    static List<Node> of(Desk desk, Finding finding) {
        List<Node> parts = about(desk, finding);
        parts.add(new SuppressForm(desk, finding));
        page(finding, parts);
        return parts;
    }

    /** One that does not count: who says so comes first. */
    static List<Node> suppressed(Desk desk, Accepted accepted) {
        List<Node> parts = about(desk, accepted.finding());
        parts.addFirst(acceptance(desk, accepted.by()));
        page(accepted.finding(), parts);
        return parts;
    }

    private static List<Node> about(Desk desk, Finding finding) {
        FlowPane badges = new FlowPane(6, 6);
        badges.getChildren()
                .addAll(
                        States.badge(finding.severity()),
                        States.badge(finding.direction()),
                        new Badge(finding.object().kind().word(), "plain"),
                        new Badge(finding.id(), "plain"));
        List<Node> parts = new ArrayList<>();
        parts.add(new Card(
                Words.text(Rules.familyOf(finding.id()).heading(), "caption"),
                Words.section(finding.title()),
                badges,
                Words.text(finding.detail()),
                links(desk, finding)));
        parts.add(new Card(Words.section(Texts.say("advisor.evidence")), evidence(finding.evidence())));
        parts.add(new Card(Words.section(Texts.say("advisor.fix")), new CodeBox(finding.fix())));
        return parts;
    }

    /** Rows as rows, a sentence as a sentence. */
    private static Node evidence(String evidence) {
        return evidence.strip().contains("\n") ? new CodeBox(evidence) : Words.text(evidence);
    }

    private static Node acceptance(Desk desk, Acceptance by) {
        Button lift = new Button(Texts.say("suppress.lift"), Icons.of(Feather.EYE));
        lift.setId("suppressLift");
        lift.setOnAction(event -> desk.suppressions().lift(by));
        return new Card(Words.section(Texts.say("advisor.suppressed")), Words.text(by.words()), lift);
    }

    private static void page(Finding finding, List<Node> parts) {
        Page.of(finding.id()).ifPresent(page -> parts.add(new Card(Markdown.of(page.markdown()))));
    }

    private static Node links(Desk desk, Finding finding) {
        FlowPane box = new FlowPane(6, 6);
        Places.of(desk.found(), finding).forEach(place -> box.getChildren().add(link(desk, place)));
        return box;
    }

    private static Button link(Desk desk, Places.Place place) {
        Button button = new Button(
                Texts.say("advisor.show", place.screen().title()),
                Icons.of(place.screen().icon()));
        button.getStyleClass().addAll("small");
        button.setOnAction(event -> desk.go(place.screen(), place.target()));
        return button;
    }
}
