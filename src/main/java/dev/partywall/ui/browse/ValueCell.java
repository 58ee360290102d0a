package dev.partywall.ui.browse;

import dev.partywall.ui.Texts;
import dev.partywall.ui.part.ValueKind;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A value as the server wrote it. NULL, the empty string and JSON null look different from any text. */
final class ValueCell extends TableCell<GridRow, @Nullable String> {
    private static final int SHOWN = 300;

    private final ValueKind kind;

    ValueCell(ValueKind kind) {
        this.kind = kind;
        getStyleClass().add("value-cell");
        setAlignment(kind.isNumber() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable String value, boolean empty) {
        super.updateItem(value, empty);
        getStyleClass().removeAll("value-null", "value-empty");
        if (empty || getTableRow() == null || getTableRow().getItem() == null) {
            setText(null);
        } else if (value == null) {
            special("value-null", "value.null");
        } else if (value.isEmpty()) {
            special("value-empty", "value.empty");
        } else if (kind == ValueKind.JSON && value.equals("null")) {
            special("value-empty", "value.json.null");
        } else {
            setText(oneLine(value));
        }
    }

    private void special(String styleClass, String key) {
        getStyleClass().add(styleClass);
        setText(Texts.say(key));
    }

    private static String oneLine(String value) {
        String cut = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        return cut.replace("\r", "").replace('\n', '⏎').replace('\t', ' ');
    }
}
