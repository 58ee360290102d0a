package dev.partywall.ui.start;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** A sample database: its name and what it is. */
final class SampleCell extends ListCell<Doors.Sample> {
    private final Label name = new Label();
    private final Label sentence = new Label();
    private final VBox box = new VBox(name, sentence);

    SampleCell() {
        name.getStyleClass().add("strong");
        sentence.getStyleClass().add("caption");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Doors.Sample sample, boolean empty) {
        super.updateItem(sample, empty);
        setGraphic(empty ? null : box);
        if (!empty) {
            name.setText(sample.name());
            sentence.setText(sample.sentence());
            setTooltip(new Tooltip(sample.sentence()));
        }
    }
}
