package dev.partywall.ui.roles;

import dev.partywall.access.Escape;
import dev.partywall.access.Inspection;
import dev.partywall.catalog.Role;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Badge;
import dev.partywall.ui.part.Card;
import dev.partywall.ui.part.Words;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** The ways by which a role comes past row security, step by step. */
final class EscapesCard {
    private EscapesCard() {}

    static Card of(Inspection found, Role role) {
        List<Escape> escapes = found.access().escapes(role.name());
        Card card = new Card(Words.section(Texts.say("roles.escapes")));
        if (escapes.isEmpty()) {
            card.getChildren().add(Words.text(Texts.say("roles.escapes.none", role.name()), "muted"));
            return card;
        }
        card.getChildren().add(Words.text(Texts.say("roles.escapes.text"), "caption"));
        escapes.forEach(escape -> card.getChildren().add(line(escape)));
        return card;
    }

    private static HBox line(Escape escape) {
        String gain = Texts.say("roles.gain." + escape.gain().name().toLowerCase(Locale.ROOT));
        StackPane badge = new StackPane(new Badge(gain, escape.gain() == Escape.Gain.OWNER ? "warn" : "bad"));
        badge.setMinWidth(104);
        badge.setAlignment(Pos.TOP_LEFT);
        Label words = Words.text(escape.words());
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(8, badge, words);
    }
}
