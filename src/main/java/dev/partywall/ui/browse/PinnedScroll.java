package dev.partywall.ui.browse;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Keeps the pinned columns beside the others: as wide as they are, at the same row, down to the same height. */
final class PinnedScroll {
    private final TableView<GridRow> pinned;
    private final GridScroll scroll;
    private final GridScroll own;
    private boolean joined;

    PinnedScroll(TableView<GridRow> pinned, TableView<GridRow> view, GridScroll scroll) {
        this.pinned = pinned;
        this.scroll = scroll;
        this.own = new GridScroll(pinned);
        pinned.skinProperty().subscribe(this::join);
        view.skinProperty().subscribe(this::join);
        pinned.getVisibleLeafColumns().subscribe(this::widen);
    }

    private void join() {
        ScrollBar left = own.bar(Orientation.VERTICAL);
        ScrollBar right = scroll.bar(Orientation.VERTICAL);
        ScrollBar below = scroll.bar(Orientation.HORIZONTAL);
        if (!joined && left != null && right != null) {
            joined = true;
            left.valueProperty().bindBidirectional(right.valueProperty());
            if (below != null) {
                below.visibleProperty().subscribe(() -> level(below));
                below.heightProperty().subscribe(() -> level(below));
            }
        }
    }

    /** The other side loses the height of its horizontal scroll bar; this one must as well. */
    private void level(@Nullable ScrollBar below) {
        double lost = below != null && below.isVisible() ? below.getHeight() : 0;
        pinned.setStyle("-fx-padding: 0 0 " + lost + " 0;");
    }

    private void widen() {
        pinned.prefWidthProperty().unbind();
        var widths = pinned.getVisibleLeafColumns().stream()
                .map(TableColumn::widthProperty)
                .toArray(javafx.beans.Observable[]::new);
        pinned.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        pinned.prefWidthProperty()
                .bind(javafx.beans.binding.Bindings.createDoubleBinding(
                        () -> 2
                                + pinned.getVisibleLeafColumns().stream()
                                        .mapToDouble(TableColumn::getWidth)
                                        .sum(),
                        widths));
    }
}
