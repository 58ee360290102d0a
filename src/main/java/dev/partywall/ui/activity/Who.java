package dev.partywall.ui.activity;

import dev.partywall.connect.Activity;
import dev.partywall.connect.Side;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Badge;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The role, and a red mark where it was the bypass role. */
final class Who extends HBox {
    Who(Activity step) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().add(new Label(step.user()));
        if (step.side() == Side.BYPASS) {
            getChildren().add(new Badge(Feather.ALERT_TRIANGLE, Texts.say("activity.bypass.mark"), "bad"));
        }
    }
}
