package dev.partywall.ui.backfill;

import dev.partywall.ui.Texts;
import java.util.Collection;
import javafx.scene.control.TableView;

/** Small tables inside a page that scrolls: as high as their rows, up to a dozen. */
final class Tables {
    private static final double ROW = 28;
    private static final int MOST = 12;

    private Tables() {}

    static <R> TableView<R> of(String id, String accessibleKey) {
        TableView<R> table = new TableView<>();
        table.setId(id);
        table.setAccessibleText(Texts.say(accessibleKey));
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setMinWidth(0);
        return table;
    }

    static <R> void fill(TableView<R> table, Collection<R> rows) {
        table.getItems().setAll(rows);
        double height = Math.clamp(rows.size(), 1, MOST) * ROW + 38;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
    }
}
