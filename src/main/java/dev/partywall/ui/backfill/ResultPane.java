package dev.partywall.ui.backfill;

import dev.partywall.backfill.Outcome;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What a back-fill came to, and the way back. */
public final class ResultPane extends VBox {
    private final Label title = Words.section("");
    private final VBox lines = new VBox(6);
    private final Button undo = new Button(Texts.say("backfill.undo"), Icons.of(Feather.ROTATE_CCW));

    public ResultPane() {
        getStyleClass().add("card");
        undo.setId("undo");
        getChildren().addAll(title, lines, undo);
    }

    void wire(Lane lane, Runnable takeBack) {
        undo.setOnAction(event -> takeBack.run());
        undo.disableProperty().bind(lane.busyProperty());
    }

    void show(Outcome outcome) {
        title.setText(Texts.say(outcome.stopped() ? "backfill.stopped" : "backfill.done", outcome.set()));
        lines.getChildren().setAll(PlanText.of(outcome));
    }
}
