package dev.partywall.ui.browse;

import dev.partywall.browse.Sort;
import dev.partywall.ui.Settings;
import dev.partywall.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The rows: pinned columns on the left, the others beside them, scrolled up and down as one, sorted by the server. */
public final class Grid extends HBox {
    private static final double ROW = 28;

    private final ObservableList<GridRow> rows = FXCollections.observableArrayList();
    private final TableView<GridRow> pinned = new TableView<>(rows);
    private final TableView<GridRow> view = new TableView<>(rows);
    private final GridScroll scroll = new GridScroll(view);
    private List<Field> fields = List.of();
    private @Nullable GridColumns columns;
    private @Nullable Shape shape;
    private Consumer<@Nullable Sort> sorted = sort -> {};
    private Runnable chosen = () -> {};
    private boolean arranging;

    /** What the columns depend on. */
    private record Shape(String relation, List<Field> fields, boolean compared) {}

    /** A value somebody chose; {@code field} is negative for the comparison's mark. */
    record Chosen(GridRow row, int field) {}

    public Grid() {
        getStyleClass().add("grid");
        pinned.getStyleClass().add("pinned");
        pinned.setId("pinned");
        view.setId("grid");
        setHgrow(view, Priority.ALWAYS);
        Stream.of(pinned, view).forEach(this::prepare);
        view.getColumns().addListener((ListChangeListener<TableColumn<GridRow, ?>>) change -> moved());
        new PinnedScroll(pinned, view, scroll);
        getChildren().setAll(pinned, view);
    }

    private void prepare(TableView<GridRow> table) {
        table.setFixedCellSize(ROW);
        table.setAccessibleText(Texts.say("browse.grid"));
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setSortPolicy(each -> sort(each));
        table.getSelectionModel().getSelectedCells().addListener((InvalidationListener) change -> choose(table));
    }

    GridScroll scroll() {
        return scroll;
    }

    /** Where the keyboard is. */
    TableView<GridRow> view() {
        return view;
    }

    TableView<GridRow> pinnedView() {
        return pinned;
    }

    Optional<GridColumns> columns() {
        return Optional.ofNullable(columns);
    }

    List<Field> fields() {
        return fields;
    }

    void onSort(Consumer<@Nullable Sort> listener) {
        sorted = listener;
    }

    void onChosen(Runnable listener) {
        chosen = listener;
    }

    /** Shows these rows in place of all others; columns are made anew when the shape or the relation changed. */
    void show(String relation, List<Field> shown, List<GridRow> first, Settings settings) {
        boolean compared = !first.isEmpty() && first.getFirst().mark() != null;
        Shape wanted = new Shape(relation, shown, compared);
        rows.clear();
        if (!wanted.equals(shape)) {
            shape = wanted;
            fields = shown;
            columns = new GridColumns(relation, shown, first, settings);
            arrange();
        }
        rows.setAll(first);
        view.scrollTo(0);
    }

    /** Puts the columns where the layout says. */
    void arrange() {
        GridColumns wanted = columns;
        if (wanted == null || shape == null) {
            return;
        }
        arranging = true;
        List<TableColumn<GridRow, ?>> left = new ArrayList<>();
        if (shape.compared()) {
            left.add(GridColumns.marks());
        }
        left.addAll(wanted.pinned());
        view.getColumns().clear();
        pinned.getColumns().setAll(left);
        view.getColumns().setAll(wanted.others());
        pinned.setVisible(!left.isEmpty());
        pinned.setManaged(!left.isEmpty());
        arranging = false;
    }

    private void moved() {
        if (!arranging && columns != null) {
            columns.reorder(Stream.concat(pinned.getColumns().stream(), view.getColumns().stream())
                    .map(TableColumn::getText)
                    .toList());
        }
    }

    void append(List<GridRow> more, int droppedAbove) {
        scroll.keeping(-droppedAbove, () -> {
            rows.remove(0, droppedAbove);
            rows.addAll(more);
        });
    }

    void prepend(List<GridRow> more, int droppedBelow) {
        scroll.keeping(more.size(), () -> {
            rows.remove(rows.size() - droppedBelow, rows.size());
            rows.addAll(0, more);
        });
    }

    void clear() {
        rows.clear();
    }

    /** The server sorts: the header only says by what. */
    private boolean sort(TableView<GridRow> table) {
        if (!arranging) {
            sorted.accept(
                    table.getSortOrder().isEmpty()
                            ? null
                            : new Sort(
                                    table.getSortOrder().getFirst().getText(),
                                    table.getSortOrder().getFirst().getSortType() == TableColumn.SortType.DESCENDING));
        }
        return true;
    }

    private void choose(TableView<GridRow> table) {
        TableView<GridRow> other = table == view ? pinned : view;
        if (!table.getSelectionModel().getSelectedCells().isEmpty()) {
            other.getSelectionModel().clearSelection();
        }
        chosen.run();
    }

    /** The table somebody chose cells in. */
    TableView<GridRow> active() {
        return pinned.getSelectionModel().isEmpty() ? view : pinned;
    }

    /** The first of the chosen values. */
    Optional<Chosen> first() {
        return active().getSelectionModel().getSelectedCells().stream()
                .findFirst()
                .flatMap(this::at);
    }

    private Optional<Chosen> at(TablePosition<?, ?> position) {
        boolean there = position.getRow() >= 0 && position.getRow() < rows.size() && position.getTableColumn() != null;
        return there
                ? Optional.of(new Chosen(rows.get(position.getRow()), index(position.getTableColumn())))
                : Optional.empty();
    }

    /** Which of the fields a column shows; -1 for the comparison's mark. */
    static int index(TableColumn<?, ?> column) {
        return column.getUserData() instanceof Integer index ? index : -1;
    }
}
