package dev.partywall.ui.probes;

import dev.partywall.probe.Estimate;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Empty;
import dev.partywall.ui.part.Words;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
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
        estimate.remarks().stream()
                .limit(REMARKS)
                .forEach(remark -> remarks.getChildren().add(Words.text(remark, "muted")));
        return new Empty(
                Feather.CROSSHAIR,
                Texts.say("probes.empty"),
                Texts.say("probes.empty.text"),
                Words.text(figures, "strong"),
                remarks);
    }
}
