package dev.partywall.ui.browse;

import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** Visible, hidden, leak: what the comparison says of a row. */
final class MarkCell extends TableCell<GridRow, @Nullable Mark> {
    @Override
    protected void updateItem(@Nullable Mark mark, boolean empty) {
        super.updateItem(mark, empty);
        setGraphic(empty || mark == null ? null : mark.badge());
    }
}
