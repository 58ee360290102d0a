package dev.partywall.ui.probes;

import dev.partywall.probe.Estimate;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Empty;
import dev.partywall.ui.part.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/** What a run would be, before it is begun. */
final class Forecast {
    private static final int REMARKS = 6;

    private Forecast() {}

    static Node of(Estimate estimate) {
        String figures = Texts.say(
                "probes.estimate",
                estimate.relations(),
                estimate.tenants(),
                estimate.attempts(),
                Math.max(1, estimate.about().toSeconds()));
        VBox remarks = new VBox(4);
        remarks.setMaxWidth(640);
        remarks.setAlignment(Pos.CENTER);
        estimate.remarks().stream()
                .limit(REMARKS)
                .forEach(remark -> remarks.getChildren().add(Words.text(remark, "muted")));
        Label summary = Words.text(figures, "strong");
        summary.setTextAlignment(TextAlignment.CENTER);
        return new Empty(
                Feather.CROSSHAIR, Texts.say("probes.empty"), Texts.say("probes.empty.text"), summary, remarks);
    }
}
