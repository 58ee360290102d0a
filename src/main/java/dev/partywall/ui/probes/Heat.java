package dev.partywall.ui.probes;

import dev.partywall.probe.Outcome;
import dev.partywall.probe.Verdict;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Badge;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.States;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Relations down, attempts across; a cell is the worst verdict of its attempts, by icon, word and colour. */
final class Heat {
    private Heat() {}

    static void prepare(TableView<HeatLine> heat) {
        heat.setFixedCellSize(32);
        heat.getSelectionModel().setCellSelectionEnabled(true);
        heat.setPlaceholder(new Label(Texts.say("probes.none")));
    }

    static void show(TableView<HeatLine> heat, List<Verdict> verdicts) {
        List<String> probes = verdicts.stream().map(Verdict::probe).distinct().toList();
        heat.getColumns().clear();
        heat.getColumns().add(names());
        probes.forEach(probe -> heat.getColumns().add(column(probe)));
        heat.getItems().setAll(HeatLine.of(verdicts));
    }

    /** The probe a column stands for; null for the column of names. */
    static @Nullable String probeOf(TableColumn<?, ?> column) {
        return column.getUserData() instanceof String probe ? probe : null;
    }

    private static TableColumn<HeatLine, HeatLine> names() {
        TableColumn<HeatLine, HeatLine> column = new TableColumn<>(Texts.say("probes.relation"));
        column.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue()));
        column.setCellFactory(view -> new NameCell());
        column.setPrefWidth(190);
        column.setSortable(false);
        return column;
    }

    private static TableColumn<HeatLine, HeatLine> column(String probe) {
        TableColumn<HeatLine, HeatLine> column = new TableColumn<>(probe);
        column.setUserData(probe);
        column.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue()));
        column.setCellFactory(view -> new VerdictCell(probe));
        column.setPrefWidth(Math.max(112, 30 + 7.5 * probe.length()));
        column.setSortable(false);
        return column;
    }

    private static final class NameCell extends TableCell<HeatLine, HeatLine> {
        @Override
        protected void updateItem(@Nullable HeatLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
                return;
            }
            setText(line.name());
            setGraphic(
                    line.leaks() > 0
                            ? Icons.of(Feather.ALERT_OCTAGON, "icon-bad")
                            : Icons.of(Feather.GRID, "icon-plain"));
            setTooltip(new Tooltip(line.name()));
        }
    }

    private static final class VerdictCell extends TableCell<HeatLine, HeatLine> {
        private final String probe;

        VerdictCell(String probe) {
            this.probe = probe;
            setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable HeatLine line, boolean empty) {
            super.updateItem(line, empty);
            List<Verdict> verdicts = empty || line == null ? List.of() : line.of(probe);
            setGraphic(verdicts.isEmpty() ? null : badge(verdicts));
        }

        private static Badge badge(List<Verdict> verdicts) {
            Outcome worst = verdicts.getFirst().outcome();
            long same =
                    verdicts.stream().filter(each -> each.outcome() == worst).count();
            String word = Texts.say("probes.cell", States.word(worst), same, verdicts.size());
            Badge badge = States.badge(worst);
            badge.setAccessibleText(word);
            return badge.tip(word);
        }
    }
}
