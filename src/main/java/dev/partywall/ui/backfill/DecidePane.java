package dev.partywall.ui.backfill;

import dev.partywall.backfill.Gap;
import dev.partywall.backfill.Proposal;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.Words;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Whose the rows are, table by table. A person decides; what contradicts itself is listed, never resolved. */
final class DecidePane extends SplitPane {
    private final Desk desk;
    private final Engine engine;
    private final Draft draft;
    private final Lane proposing;
    private final Lane clearing;
    private final ListView<Gap> tables = new ListView<>();
    private final Button clear = new Button(Texts.say("backfill.clear"), Icons.of(Feather.CHECK));
    private final WaysPane ways;

    DecidePane(Desk desk, Engine engine, Draft draft) {
        this.desk = desk;
        this.engine = engine;
        this.draft = draft;
        this.proposing = desk.work().lane();
        this.clearing = desk.work().lane();
        this.ways = new WaysPane(desk, engine, draft);
        setDividerPositions(0.33);
        tables.setId("deciding");
        tables.setAccessibleText(Texts.say("backfill.chosen"));
        tables.setCellFactory(view -> new DecisionCell(draft));
        tables.getSelectionModel().selectedItemProperty().subscribe(this::propose);
        VBox.setVgrow(tables, Priority.ALWAYS);
        clear.setId("clear");
        clear.disableProperty().bind(clearing.busyProperty());
        clear.setOnAction(event -> takeClear());
        clear.setMaxWidth(Double.MAX_VALUE);
        VBox left = new VBox(8, tables, clear, Words.text(Texts.say("backfill.clear.text"), "caption"));
        left.setMinWidth(280);
        ScrollPane right = new ScrollPane(ways);
        right.setFitToWidth(true);
        right.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        right.getStyleClass().add("clear");
        right.setMinWidth(420);
        getItems().setAll(left, right);
        draft.onChange(tables::refresh);
    }

    /** Comes to the front: the tables chosen now. */
    void open() {
        Gap before = tables.getSelectionModel().getSelectedItem();
        List<Gap> chosen = draft.chosen();
        if (!tables.getItems().equals(chosen)) {
            tables.getItems().setAll(chosen);
        }
        if (before != null && chosen.contains(before)) {
            tables.getSelectionModel().select(before);
        } else {
            tables.getSelectionModel().selectFirst();
        }
    }

    void stop() {
        proposing.cancel();
        clearing.cancel();
        ways.stop();
    }

    private void propose(@Nullable Gap gap) {
        if (gap == null) {
            return;
        }
        ways.ask(gap);
        var others = draft.others(gap.table());
        proposing.start(
                Texts.say("backfill.proposing"),
                told -> engine.reading(told).suggestions(gap.table(), others),
                found -> ways.propose(gap, found));
    }

    /** Decides about every table for which one way answers for all its rows, parents first. */
    private void takeClear() {
        List<Gap> open = draft.chosen().stream()
                .filter(gap -> draft.decision(gap.table()).isEmpty())
                .toList();
        clearing.start(
                Texts.say("backfill.clear"),
                told -> ClearWays.among(engine.reading(told), open, draft.assignments(), told),
                this::cleared);
    }

    private void cleared(List<Proposal> found) {
        found.forEach(way -> draft.decide(way.table(), new Decision.Take(way)));
        Gap shown = tables.getSelectionModel().getSelectedItem();
        tables.getItems().stream()
                .filter(gap -> draft.decision(gap.table()).isEmpty())
                .findFirst()
                .ifPresentOrElse(next -> tables.getSelectionModel().select(next), () -> propose(shown));
        tables.refresh();
    }
}
