package dev.partywall.ui.browse;

import dev.partywall.browse.Sort;
import dev.partywall.connect.Table;
import dev.partywall.ui.Settings;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Clip;
import dev.partywall.ui.part.Values;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The rows: one column a column, sorted by the server, copied as the server's text. */
final class Grid {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final TableView<GridRow> view;
    private final Settings settings;
    private final Consumer<@Nullable Sort> sorted;
    private boolean filling;

    Grid(TableView<GridRow> view, Settings settings, Consumer<@Nullable Sort> sorted) {
        this.view = view;
        this.settings = settings;
        this.sorted = sorted;
        view.setFixedCellSize(28);
        view.getSelectionModel().setCellSelectionEnabled(true);
        view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        filling = true;
        view.setSortPolicy(table -> sort());
        filling = false;
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            }
        });
    }

    /** Shows the rows; columns are made anew when the shape or the relation changed. */
    void show(String relation, Seen seen) {
        filling = true;
        boolean compared = !seen.classes().isEmpty();
        String shape = relation + compared + seen.table().headings();
        if (!shape.equals(view.getUserData())) {
            view.getSortOrder().clear();
            view.getColumns().clear();
            if (compared) {
                view.getColumns().add(classes());
            }
            for (int i = 0; i < seen.table().headings().size(); i++) {
                view.getColumns()
                        .add(column(relation, i, seen.table().headings().get(i)));
            }
            view.setUserData(shape);
        }
        view.getItems().setAll(GridRow.of(seen));
        filling = false;
    }

    void clear() {
        view.getItems().clear();
    }

    private static TableColumn<GridRow, GridRow> classes() {
        TableColumn<GridRow, GridRow> column = new TableColumn<>(Texts.say("browse.class"));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(table -> new ClassCell());
        column.setSortable(false);
        column.setPrefWidth(150);
        return column;
    }

    private TableColumn<GridRow, @Nullable String> column(String relation, int index, Table.Heading heading) {
        TableColumn<GridRow, @Nullable String> column = new TableColumn<>(heading.name());
        column.setId("column-" + heading.name());
        column.setUserData(index);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().values().get(index)));
        boolean number = Values.isNumber(heading.type());
        column.setCellFactory(table -> new ValueCell(number));
        column.setComparator(Comparator.comparing(String::valueOf));
        String key = relation + "." + heading.name();
        column.setPrefWidth(settings.columnWidth(key, usual(heading, number)));
        column.widthProperty()
                .addListener((property, old, width) -> settings.rememberColumnWidth(key, width.doubleValue()));
        return column;
    }

    private static double usual(Table.Heading heading, boolean number) {
        double byName = 34 + 8.0 * heading.name().length();
        double byType = number
                ? 80
                : heading.type().equals("uuid") ? 270 : heading.type().equals("bool") ? 70 : 150;
        return Math.max(byName, byType);
    }

    /** The server sorts: the header only says by what. */
    private boolean sort() {
        if (!filling) {
            sorted.accept(
                    view.getSortOrder().isEmpty()
                            ? null
                            : new Sort(
                                    view.getSortOrder().getFirst().getText(),
                                    view.getSortOrder().getFirst().getSortType() == TableColumn.SortType.DESCENDING));
        }
        return true;
    }

    /** The chosen cells, tabs between columns and lines between rows. */
    private void copy() {
        TreeMap<Integer, TreeMap<Integer, String>> cells = new TreeMap<>();
        for (TablePosition<?, ?> position : view.getSelectionModel().getSelectedCells()) {
            Object value = view.getColumns().get(position.getColumn()).getCellData(position.getRow());
            String text = value instanceof String string ? string : "";
            cells.computeIfAbsent(position.getRow(), row -> new TreeMap<>()).put(position.getColumn(), text);
        }
        List<String> lines = cells.values().stream()
                .map(row -> String.join("\t", row.values()))
                .toList();
        Clip.copy(String.join("\n", lines));
    }
}
