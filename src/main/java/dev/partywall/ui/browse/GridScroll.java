package dev.partywall.ui.browse;

import javafx.geometry.Orientation;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/** Where a grid is scrolled to: tells when an end of what is in memory comes near, and stays in place when rows come and go. */
final class GridScroll {
    /** Rows from the end at which the next page is asked for, so that it is there before the end is. */
    private static final int NEAR = 80;

    private final TableView<GridRow> view;
    private Runnable nearTop = () -> {};
    private Runnable nearBottom = () -> {};
    private Runnable moved = () -> {};
    private @Nullable VirtualFlow<?> flow;
    private boolean changing;

    GridScroll(TableView<GridRow> view) {
        this.view = view;
        view.skinProperty().subscribe(skin -> {
            flow = null;
            ScrollBar bar = bar(Orientation.VERTICAL);
            if (bar != null) {
                bar.valueProperty().subscribe(this::look);
                bar.visibleAmountProperty().subscribe(this::look);
            }
        });
    }

    void onMoved(Runnable listener) {
        moved = listener;
    }

    void onNear(Runnable top, Runnable bottom) {
        nearTop = top;
        nearBottom = bottom;
    }

    /** Lays the rows out now, so that what is asked next is true of the rows as they are. */
    void settle() {
        changing = true;
        view.layout();
        changing = false;
    }

    /** Index of the first row on the screen; 0 before anything is drawn. */
    int first() {
        VirtualFlow<?> rows = flow();
        IndexedCell<?> cell = rows == null ? null : rows.getFirstVisibleCell();
        return cell == null ? 0 : Math.max(0, cell.getIndex());
    }

    /** Index of the last row on the screen; -1 before anything is drawn. */
    int last() {
        VirtualFlow<?> rows = flow();
        IndexedCell<?> cell = rows == null ? null : rows.getLastVisibleCell();
        return cell == null ? -1 : Math.min(cell.getIndex(), view.getItems().size() - 1);
    }

    /** Changes the rows and lets the ones on the screen stay where they are. */
    void keeping(int shift, Runnable change) {
        VirtualFlow<?> shown = flow();
        IndexedCell<?> cell = shown == null ? null : shown.getFirstVisibleCell();
        changing = true;
        change.run();
        if (shown != null && cell != null) {
            int index = cell.getIndex() + shift;
            double above = -cell.getLayoutY();
            view.layout();
            view.scrollTo(Math.max(0, index));
            view.layout();
            shown.scrollPixels(above);
        }
        changing = false;
    }

    private void look() {
        if (changing || view.getItems().isEmpty()) {
            return;
        }
        moved.run();
        if (last() >= 0 && last() >= view.getItems().size() - NEAR) {
            nearBottom.run();
        } else if (first() < NEAR) {
            nearTop.run();
        }
    }

    /** Looked for once: with two hundred columns that takes longer than scrolling. */
    private @Nullable VirtualFlow<?> flow() {
        if (flow == null && view.lookup(".virtual-flow") instanceof VirtualFlow<?> found) {
            flow = found;
        }
        return flow;
    }

    @Nullable
    ScrollBar bar(Orientation orientation) {
        return view.lookupAll(".scroll-bar").stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == orientation)
                .findFirst()
                .orElse(null);
    }
}
