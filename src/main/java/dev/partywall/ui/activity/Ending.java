package dev.partywall.ui.activity;

import dev.partywall.connect.Activity;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** How a step ended: well, or the server's sentence, marked by an icon. */
final class Ending extends Label {
    private static final String WELL = "ok";

    Ending(Activity step) {
        super(isWell(step) ? Texts.say("activity.well") : step.outcome());
        setGraphic(isWell(step) ? Icons.of(Feather.CHECK, "icon-good") : Icons.of(Feather.X_CIRCLE, "icon-bad"));
        if (!isWell(step)) {
            setTooltip(new Tooltip(step.outcome()));
        }
    }

    static boolean isWell(Activity step) {
        return step.outcome().equals(WELL);
    }
}
