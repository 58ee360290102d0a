package dev.partywall.ui.advisor;

import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Page;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.RelationName;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Screen;
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
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** A finding in full: what it means, the evidence, the fix, the page that teaches it. */
final class FindingDetail {
    private FindingDetail() {}

    static List<Node> of(Desk desk, Finding finding) {
        List<Node> parts = new ArrayList<>();
        FlowPane badges = new FlowPane(6, 6);
        badges.getChildren()
                .addAll(
                        States.badge(finding.severity()),
                        States.badge(finding.direction()),
                        new Badge(finding.object().kind().word(), "plain"),
                        new Badge(finding.id(), "plain"));
        parts.add(new Card(Words.section(finding.title()), badges, Words.text(finding.detail()), links(desk, finding)));
        parts.add(new Card(Words.section(Texts.say("advisor.evidence")), Words.text(finding.evidence())));
        parts.add(new Card(Words.section(Texts.say("advisor.fix")), new CodeBox(finding.fix())));
        Page.of(finding.id()).ifPresent(page -> parts.add(new Card(Markdown.of(page.markdown()))));
        return parts;
    }

    private static Node links(Desk desk, Finding finding) {
        HBox box = new HBox(6);
        relation(finding.object()).ifPresent(name -> {
            box.getChildren().add(link(desk, Screen.POLICIES, name));
            box.getChildren().add(link(desk, Screen.BROWSE, name));
        });
        return box;
    }

    private static Button link(Desk desk, Screen screen, RelationName name) {
        Button button = new Button(Texts.say("advisor.show", screen.title()), Icons.of(screen.icon()));
        button.getStyleClass().addAll("small");
        button.setOnAction(event -> desk.go(screen, name));
        return button;
    }

    private static Optional<RelationName> relation(ObjectRef object) {
        String schema = object.schema();
        if (schema == null) {
            return Optional.empty();
        }
        return switch (object.kind()) {
            case TABLE, PARTITION, VIEW, MATERIALIZED_VIEW -> Optional.of(new RelationName(schema, object.name()));
            default -> Optional.ofNullable(object.table()).map(table -> new RelationName(schema, table));
        };
    }
}
