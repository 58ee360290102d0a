package dev.partywall.ui.browse;

import dev.partywall.browse.copy.CopyFormat;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Table.Heading;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Clip;
import dev.partywall.ui.part.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The chosen cells on the clipboard: what the lens brought to the screen, and nothing read again. */
final class CopyOut {
    private final Grid grid;
    private final Supplier<@Nullable Relation> relation;

    /** @param relation whose rows these are; null where they are of a query */
    CopyOut(Grid grid, Supplier<@Nullable Relation> relation) {
        this.grid = grid;
        this.relation = relation;
    }

    MenuItem copyItem() {
        MenuItem item = new MenuItem(Texts.say("copy.plain"), Icons.of(Feather.COPY));
        item.setAccelerator(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN));
        item.setOnAction(event -> copy(CopyFormat.TSV));
        return item;
    }

    /** Every form there is; INSERT needs a table to insert into. */
    Menu menu() {
        Menu menu = new Menu(Texts.say("copy.as"), Icons.of(Feather.CLIPBOARD));
        for (CopyFormat format : CopyFormat.values()) {
            MenuItem item = new MenuItem(Texts.say("copy." + format.name().toLowerCase(Locale.ROOT)));
            item.setOnAction(event -> copy(format));
            menu.getItems().add(item);
            if (format == CopyFormat.INSERT) {
                menu.setOnShowing(event -> item.setDisable(relation.get() == null));
            }
        }
        return menu;
    }

    /** The rectangle around what was chosen, as the columns stand on the screen. */
    void copy(CopyFormat format) {
        TableView<GridRow> table = grid.active();
        TreeSet<Integer> rows = new TreeSet<>();
        TreeSet<Integer> columns = new TreeSet<>();
        for (TablePosition<?, ?> position : table.getSelectionModel().getSelectedCells()) {
            if (Grid.index(position.getTableColumn()) >= 0) {
                rows.add(position.getRow());
                columns.add(table.getVisibleLeafIndex(column(position)));
            }
        }
        if (!rows.isEmpty()) {
            List<Integer> fields = columns.stream()
                    .map(column -> Grid.index(table.getVisibleLeafColumn(column)))
                    .toList();
            Clip.copy(format.copy(relation.get(), headings(fields), values(table, rows, fields)));
        }
    }

    @SuppressWarnings("unchecked") // the position is of this table
    private static TableColumn<GridRow, ?> column(TablePosition<?, ?> position) {
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
