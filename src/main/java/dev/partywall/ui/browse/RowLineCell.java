package dev.partywall.ui.browse;

import dev.partywall.ui.Texts;
import dev.partywall.ui.browse.RowPanel.RowLine;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** The name of a column above its value. */
final class RowLineCell extends ListCell<RowLine> {
    private static final int SHOWN = 200;

    private final Label name = new Label();
    private final Label value = new Label();
    private final VBox line = new VBox(name, value);

    RowLineCell() {
        name.getStyleClass().add("caption");
        value.setMinWidth(0);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(RowLine item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(empty ? null : line);
        value.getStyleClass().removeAll("value-null", "value-empty");
        if (empty) {
            setTooltip(null);
            return;
        }
        name.setText(item.field().name());
        String text = item.value();
        if (text == null || text.isEmpty()) {
            value.getStyleClass().add(text == null ? "value-null" : "value-empty");
            value.setText(Texts.say(text == null ? "value.null" : "value.empty"));
        } else {
            value.setText((text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text).replace('\n', '⏎'));
        }
        setTooltip(new Tooltip(item.field().name() + ": " + item.field().type()));
    }
}
