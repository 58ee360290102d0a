package dev.partywall.ui.policies;

import dev.partywall.access.Access;
import dev.partywall.access.AccessKind;
import dev.partywall.catalog.Privilege;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Badge;
import dev.partywall.ui.part.Padlock;
import dev.partywall.ui.part.States;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** The table of states: relations down, commands across. */
final class Matrix {
    private Matrix() {}

    static void build(TableView<Line> matrix, FilteredList<Line> lines) {
        matrix.setItems(lines);
        matrix.setFixedCellSize(34);
        matrix.getSelectionModel().setCellSelectionEnabled(true);
        matrix.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        matrix.setPlaceholder(new Label(Texts.say("policies.none")));
        matrix.getColumns().add(names());
        Line.COMMANDS.forEach(command -> matrix.getColumns().add(states(command)));
    }

    private static TableColumn<Line, Line> names() {
        TableColumn<Line, Line> column = new TableColumn<>(Texts.say("policies.table"));
        column.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue()));
        column.setCellFactory(view -> new NameCell());
        column.setMinWidth(150);
        column.setPrefWidth(220);
        column.setSortable(false);
        return column;
    }

    private static TableColumn<Line, Access> states(Privilege command) {
        TableColumn<Line, Access> column = new TableColumn<>(command.name());
        column.setCellValueFactory(
                line -> new ReadOnlyObjectWrapper<>(line.getValue().of(command)));
        column.setCellFactory(view -> new StateCell());
        column.setMinWidth(84);
        column.setPrefWidth(92);
        column.setSortable(false);
        return column;
    }

    /** The padlock and the relation's name. */
    private static final class NameCell extends TableCell<Line, Line> {
        private final Tooltip tip = new Tooltip();

        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty ? null : line.name());
            setGraphic(empty ? null : Padlock.of(line.relation()));
            setTooltip(empty ? null : tip);
            tip.setText(empty ? "" : line.relation().name() + "\n" + Padlock.words(line.relation()));
        }
    }

    /** Icon and word of a state. Its badges are made once: cells change what they show at every step of scrolling. */
    private static final class StateCell extends TableCell<Line, Access> {
        private final Map<AccessKind, Badge> badges = new EnumMap<>(AccessKind.class);

        StateCell() {
            setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(Access access, boolean empty) {
            super.updateItem(access, empty);
            setGraphic(empty ? null : badges.computeIfAbsent(access.kind(), States::badge));
        }
    }
}
