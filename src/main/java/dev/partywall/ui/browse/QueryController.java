package dev.partywall.ui.browse;

import dev.partywall.ui.Desk;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

final class QueryController {
    private final StackPane view = new StackPane();

    QueryController(Desk desk) {}

    Parent root() {
        return view;
    }

    void open() {}

    void stop() {}
}
