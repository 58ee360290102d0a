package dev.partywall.ui.frame;

import dev.partywall.ui.Proof;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The bottom line: what the server itself said about the rows shown. */
final class ProofStrip {
    private final HBox strip;

    ProofStrip(HBox strip) {
        this.strip = strip;
    }

    void show(@Nullable Proof proof) {
        strip.getStyleClass().remove("broken");
        strip.getChildren().clear();
        if (proof == null) {
            strip.getChildren().add(fact(Texts.say("proof.none")));
            return;
        }
        if (proof.broken()) {
            strip.getStyleClass().add("broken");
        }
        strip.getChildren().add(Icons.of(proof.broken() ? Feather.ALERT_OCTAGON : Feather.CHECK_CIRCLE));
        addAll(proof.facts());
        strip.setAccessibleText(String.join(", ", proof.facts()));
    }

    private void addAll(List<String> facts) {
        for (int i = 0; i < facts.size(); i++) {
            if (i > 0) {
                strip.getChildren().add(new Separator(Orientation.VERTICAL));
            }
            strip.getChildren().add(fact(facts.get(i)));
        }
    }

    private static Label fact(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("proof-fact");
        label.setMinWidth(0);
        return label;
    }
}
