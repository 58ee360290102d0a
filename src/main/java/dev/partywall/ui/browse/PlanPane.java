package dev.partywall.ui.browse;

import dev.partywall.connect.Lens;
import dev.partywall.ui.Desk;
import javafx.scene.layout.StackPane;

final class PlanPane extends StackPane {
    PlanPane(Desk desk) {}

    void show(Asked asked, Lens lens) {}

    void stop() {}
}
