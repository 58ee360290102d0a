package dev.partywall.ui.browse;

import dev.partywall.browse.copy.CopyFormat;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Table.Heading;
import dev.partywall.ui.part.Clip;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The chosen cells on the clipboard: what the lens brought to the screen, and nothing read again. */
final class CopyOut {
    private final Grid grid;

    CopyOut(Grid grid) {
        this.grid = grid;
    }

    /** The rectangle around what was chosen, as the columns stand on the screen. */
    void copy(Relation relation, CopyFormat format) {
        TableView<GridRow> table = grid.active();
        TreeSet<Integer> rows = new TreeSet<>();
        TreeSet<Integer> columns = new TreeSet<>();
        for (TablePosition<?, ?> position : table.getSelectionModel().getSelectedCells()) {
            if (Grid.index(position.getTableColumn()) >= 0) {
                rows.add(position.getRow());
                columns.add(table.getVisibleLeafIndex(column(table, position)));
            }
        }
        if (!rows.isEmpty()) {
            List<Integer> fields = columns.stream()
                    .map(column -> Grid.index(table.getVisibleLeafColumn(column)))
                    .toList();
            Clip.copy(format.copy(relation, headings(fields), values(table, rows, fields)));
        }
    }

    @SuppressWarnings("unchecked") // the position is of this table
    private static TableColumn<GridRow, ?> column(TableView<GridRow> table, TablePosition<?, ?> position) {
        return (TableColumn<GridRow, ?>) position.getTableColumn();
    }

    private List<Heading> headings(List<Integer> fields) {
        return fields.stream().map(index -> grid.fields().get(index).heading()).toList();
    }

    private static List<List<@Nullable String>> values(
            TableView<GridRow> table, TreeSet<Integer> rows, List<Integer> fields) {
        List<List<@Nullable String>> values = new ArrayList<>();
        for (int row : rows) {
            List<@Nullable String> line = new ArrayList<>();
            fields.forEach(field -> line.add(table.getItems().get(row).values().get(field)));
            values.add(line);
        }
        return values;
    }
}
