package dev.partywall.ui.compare;

import dev.partywall.access.Change;
import dev.partywall.access.Change.Direction;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Badge;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The changes, one a line: which way, where, what. */
final class ChangeTable {
    private ChangeTable() {}

    static void build(TableView<Change> table, FilteredList<Change> changes) {
        table.setItems(changes);
        table.setFixedCellSize(34);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(Texts.say("compare.nothing")));
        TableColumn<Change, Direction> way = new TableColumn<>(Texts.say("compare.column.way"));
        way.setCellValueFactory(
                line -> new ReadOnlyObjectWrapper<>(line.getValue().direction()));
        way.setCellFactory(column -> new WayCell());
        way.setMinWidth(112);
        way.setMaxWidth(130);
        way.setSortable(false);
        table.getColumns().add(way);
        table.getColumns().add(text("compare.column.where", ChangeTable::where));
        table.getColumns().add(text("compare.column.what", Change::what));
    }

    /** The relation; else the role; else the database. */
    static String where(Change change) {
        if (change.relation() != null) {
            return change.relation().toString();
        }
        return change.role() == null
                ? Texts.say("compare.where.database")
                : Texts.say("compare.where.role", change.role());
    }

    private static TableColumn<Change, String> text(String title, Function<Change, String> words) {
        TableColumn<Change, String> column = new TableColumn<>(Texts.say(title));
        column.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(words.apply(line.getValue())));
        column.setCellFactory(cells -> new TextCell());
        column.setMinWidth(140);
        column.setSortable(false);
        return column;
    }

    static Badge badge(Direction direction) {
        return new Badge(
                icon(direction),
                Texts.say("compare.way." + direction.name().toLowerCase(Locale.ROOT)),
                tone(direction));
    }

    private static Ikon icon(Direction direction) {
        return switch (direction) {
            case WIDER -> Feather.UNLOCK;
            case NARROWER -> Feather.LOCK;
            case DIFFERENT -> Feather.SHUFFLE;
        };
    }

    private static String tone(Direction direction) {
        return switch (direction) {
            case WIDER -> "bad";
            case NARROWER -> "good";
            case DIFFERENT -> "warn";
        };
    }

    /** Icon and word of a direction. */
    private static final class WayCell extends TableCell<Change, Direction> {
        private final Map<Direction, Badge> badges = new EnumMap<>(Direction.class);

        @Override
        protected void updateItem(Direction direction, boolean empty) {
            super.updateItem(direction, empty);
            setGraphic(empty ? null : badges.computeIfAbsent(direction, ChangeTable::badge));
        }
    }

    /** A text that may be longer than the column. */
    private static final class TextCell extends TableCell<Change, String> {
        private final Tooltip tip = new Tooltip();

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            tip.setText(empty ? "" : text);
            setTooltip(empty ? null : tip);
        }
    }
}
