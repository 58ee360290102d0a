package dev.partywall.ui.browse;

import dev.partywall.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A value as the server wrote it. NULL, the empty string and JSON null look different from any text. */
final class ValueCell extends TableCell<GridRow, @Nullable String> {
    private static final int SHOWN = 400;

    ValueCell(boolean number) {
        getStyleClass().add("value-cell");
        setAlignment(number ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable String value, boolean empty) {
        super.updateItem(value, empty);
        getStyleClass().removeAll("value-null", "value-empty");
        GridRow row = empty ? null : getTableRow().getItem();
        if (row == null) {
            setText(null);
        } else if (value == null) {
            getStyleClass().add("value-null");
            setText(Texts.say("value.null"));
        } else if (value.isEmpty()) {
            getStyleClass().add("value-empty");
            setText(Texts.say("value.empty"));
        } else {
            setText(oneLine(value));
        }
    }

    private static String oneLine(String value) {
        String cut = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        return cut.replace("\r", "").replace('\n', '⏎').replace('\t', ' ');
    }
}
