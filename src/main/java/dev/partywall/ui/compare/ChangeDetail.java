package dev.partywall.ui.compare;

import dev.partywall.access.Change;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Screen;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Card;
import dev.partywall.ui.part.CodeBox;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/** One change in full: before and after. */
final class ChangeDetail {
    private ChangeDetail() {}

    static List<Node> of(Desk desk, Change change) {
        List<Node> parts = new ArrayList<>();
        Card head = new Card(
                Words.section(change.what()),
                Words.text(ChangeTable.where(change), "strong"),
                ChangeTable.badge(change.direction()),
                Words.text(
                        Texts.say("compare.means." + change.direction().name().toLowerCase(Locale.ROOT))));
        if (change.relation() != null
                && desk.found().snapshot().relation(change.relation()).isPresent()) {
            Button why = new Button(Texts.say("compare.policies"), Icons.of(Feather.SHIELD));
            why.getStyleClass().addAll("flat", "small");
            why.setOnAction(event -> desk.go(Screen.POLICIES, change.relation()));
            head.getChildren().add(why);
        }
        parts.add(head);
        parts.add(new Card(Words.section(Texts.say("compare.before")), new CodeBox(change.before())));
        parts.add(new Card(Words.section(Texts.say("compare.after")), new CodeBox(change.after())));
        return parts;
    }
}
