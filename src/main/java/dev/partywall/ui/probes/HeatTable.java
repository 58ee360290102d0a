package dev.partywall.ui.probes;

import dev.partywall.probe.Outcome;
import dev.partywall.probe.Probes;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.States;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Relations down, probes across; a cell is the worst verdict of its attempts, by shape, letter and colour. */
final class HeatTable {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final TableView<HeatLine> view;
    private HeatMap map = new HeatMap();

    HeatTable(TableView<HeatLine> view) {
        this.view = view;
        view.getStyleClass().add("heat-map");
        view.setFixedCellSize(30);
        view.getSelectionModel().setCellSelectionEnabled(true);
        view.setPlaceholder(new Label(Texts.say("probes.none")));
    }

    /** Shows the lines of a map; columns are made anew only where the probes differ. */
    void show(HeatMap shown, List<HeatLine> lines) {
        map = shown;
        List<String> probes = map.probes();
        List<String> known = view.getColumns().stream()
                .skip(1)
                .map(column -> String.valueOf(column.getUserData()))
                .toList();
        if (view.getColumns().isEmpty() || !known.equals(probes)) {
            view.getColumns().clear();
            view.getColumns().add(names());
            probes.forEach(probe -> view.getColumns().add(column(probe)));
        }
        view.getItems().setAll(lines);
        view.refresh();
    }

    /** The probe a column stands for; null for the column of names. */
    static @Nullable String probeOf(@Nullable TableColumn<?, ?> column) {
        return column != null && column.getUserData() instanceof String probe ? probe : null;
    }

    /** Chooses the first cell of the worst verdict there is. */
    void chooseWorst() {
        if (view.getItems().isEmpty()) {
            return;
        }
        HeatLine line = view.getItems().getFirst();
        for (TableColumn<HeatLine, ?> column : view.getColumns()) {
            String probe = probeOf(column);
            HeatCell cell = probe == null ? null : line.cell(probe);
            if (cell != null && cell.worst() == line.worst()) {
                view.getSelectionModel().clearAndSelect(0, column);
                return;
            }
        }
    }

    private static TableColumn<HeatLine, HeatLine> names() {
        TableColumn<HeatLine, HeatLine> column = new TableColumn<>(Texts.say("probes.relation"));
        column.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue()));
        column.setCellFactory(view -> new NameCell());
        column.setPrefWidth(190);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private TableColumn<HeatLine, HeatLine> column(String probe) {
        Label title = new Label(probe);
        title.setRotate(-90);
        title.setTooltip(new Tooltip(Probes.named(probe)
                .map(known -> known.page().lines().findFirst().orElse(probe).replaceFirst("^#+\\s*", ""))
                .orElse(probe)));
        TableColumn<HeatLine, HeatLine> column = new TableColumn<>();
        column.setGraphic(new Group(title));
        column.setUserData(probe);
        column.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue()));
        column.setCellFactory(table -> new VerdictCell(probe));
        column.setMinWidth(40);
        column.setPrefWidth(40);
        column.setSortable(false);
        column.setReorderable(false);
        column.setResizable(false);
        return column;
    }

    private static final class NameCell extends TableCell<HeatLine, HeatLine> {
        private final FontIcon icon = new FontIcon();

        @Override
        protected void updateItem(@Nullable HeatLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
                return;
            }
            icon.setIconCode(States.icon(line.worst()));
            icon.getStyleClass().setAll("ikonli-font-icon", "icon-" + States.tone(line.worst()));
            setText(line.name());
            setGraphic(icon);
            setTooltip(new Tooltip(line.name()));
        }
    }

    private final class VerdictCell extends TableCell<HeatLine, HeatLine> {
        private final String probe;
        private final FontIcon icon = Icons.of(States.icon(Outcome.ISOLATED));
        private final Label mark = new Label("", icon);

        VerdictCell(String probe) {
            this.probe = probe;
            getStyleClass().add("heat-cell");
        }

        @Override
        protected void updateItem(@Nullable HeatLine line, boolean empty) {
            super.updateItem(line, empty);
            HeatCell cell = empty || line == null ? null : line.cell(probe);
            if (cell == null || line == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            Outcome worst = cell.worst();
            icon.setIconCode(States.icon(worst));
            mark.setText(worst.letter());
            mark.getStyleClass().setAll("label", "heat", "heat-" + worst.word());
            boolean isChanged = map.isChanged(line, probe);
            mark.pseudoClassStateChanged(CHANGED, isChanged);
            String words = Texts.say(
                    isChanged ? "probes.cell.changed" : "probes.cell",
                    probe,
                    line.name(),
                    States.word(worst),
                    cell.count(worst),
                    cell.size());
            setAccessibleText(words);
            setTooltip(new Tooltip(words));
            setGraphic(mark);
        }
    }
}
