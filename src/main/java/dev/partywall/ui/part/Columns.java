package dev.partywall.ui.part;

import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Columns of the kinds the screens use. */
public final class Columns {
    private Columns() {}

    /** Text, whole in a tooltip. */
    public static <R> TableColumn<R, String> text(String title, double width, Function<R, String> value) {
        TableColumn<R, String> column = column(title, width, value);
        column.setCellFactory(view -> new TextCell<>());
        return column;
    }

    /** Whole numbers, to the right, with thousands apart. */
    public static <R> TableColumn<R, Long> number(String title, double width, ToLongFunction<R> value) {
        TableColumn<R, Long> column = column(title, width, value::applyAsLong);
        column.setCellFactory(view -> new NumberCell<>());
        return column;
    }

    /** Something made of the row. */
    public static <R> TableColumn<R, R> node(String title, double width, Function<R, Node> maker) {
        TableColumn<R, R> column = column(title, width, row -> row);
        column.setSortable(false);
        column.setCellFactory(view -> new NodeCell<>(maker));
        return column;
    }

    private static <R, V> TableColumn<R, V> column(String title, double width, Function<R, V> value) {
        TableColumn<R, V> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        return column;
    }

    /** Cut where it does not fit. */
    private static final class TextCell<R> extends TableCell<R, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty || text == null || text.length() < 24 ? null : new Tooltip(text));
        }
    }

    private static final class NumberCell<R> extends TableCell<R, Long> {
        NumberCell() {
            setAlignment(Pos.CENTER_RIGHT);
        }

        @Override
        protected void updateItem(@Nullable Long number, boolean empty) {
            super.updateItem(number, empty);
            setText(empty || number == null ? null : "%,d".formatted(number));
        }
    }

    private static final class NodeCell<R> extends TableCell<R, R> {
        private final Function<R, Node> maker;

        NodeCell(Function<R, Node> maker) {
            this.maker = maker;
        }

        @Override
        protected void updateItem(@Nullable R row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : maker.apply(row));
        }
    }
}
