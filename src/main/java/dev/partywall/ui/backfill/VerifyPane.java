package dev.partywall.ui.backfill;

import dev.partywall.backfill.Verification;
import dev.partywall.catalog.RelationName;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Badge;
import dev.partywall.ui.part.Columns;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** How the tables stand now, seen from both sides; and the steps that keep such rows from coming back. */
final class VerifyPane extends VBox {
    private final Engine engine;
    private final Lane verifying;
    private final Label verdict = Words.section("");
    private final Button again = new Button(Texts.say("backfill.verify.again"), Icons.of(Feather.REFRESH_CW));
    private final TableView<Verification> tables = new TableView<>();
    private final ClosePane closing;
    private List<RelationName> wanted = List.of();

    /** @param closed called when steps were taken: the tables are others now */
    VerifyPane(Desk desk, Engine engine, Runnable closed) {
        super(10);
        this.engine = engine;
        this.verifying = desk.work().lane();
        this.closing = new ClosePane(desk, engine, closed);
        columns();
        again.setId("verifyAgain");
        again.setMinWidth(USE_PREF_SIZE);
        again.disableProperty().bind(verifying.busyProperty());
        again.setOnAction(event -> verify());
        ScrollPane right = new ScrollPane(closing);
        right.setFitToWidth(true);
        right.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        right.getStyleClass().add("clear");
        right.setMinWidth(400);
        tables.setMinWidth(360);
        SplitPane split = new SplitPane(tables, right);
        split.setDividerPositions(0.46);
        VBox.setVgrow(split, Priority.ALWAYS);
        verdict.setId("verdict");
        HBox.setHgrow(verdict, Priority.ALWAYS);
        verdict.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(8, verdict, again);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, split);
    }

    private void columns() {
        tables.setId("verified");
        tables.setAccessibleText(Texts.say("backfill.step.verify"));
        tables.setFixedCellSize(32);
        tables.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        tables.getColumns()
                .add(Columns.text(
                        Texts.say("backfill.table"), 180, row -> row.table().toString()));
        tables.getColumns().add(Columns.number(Texts.say("backfill.without"), 84, Verification::withoutTenant));
        tables.getColumns().add(Columns.number(Texts.say("backfill.crossing"), 84, VerifyPane::crossing));
        tables.getColumns().add(Columns.node(Texts.say("backfill.sees"), 150, VerifyPane::seen));
        tables.getSelectionModel().selectedItemProperty().subscribe(closing::show);
    }

    private static long crossing(Verification row) {
        return row.crossing().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Where not every tenant was looked through, that is said: nothing is claimed of the others. */
    private static Badge seen(Verification row) {
        if (!row.hidden().isEmpty()) {
            return new Badge(
                    Feather.ALERT_TRIANGLE,
                    Texts.say("backfill.sees.not", row.hidden().size()),
                    "bad");
        }
        boolean all = row.lenses() == row.tenants().size();
        String words = Texts.say(
                all ? "backfill.sees.all" : "backfill.sees.some",
                row.lenses(),
                row.tenants().size());
        return new Badge(all ? Feather.CHECK : Feather.CIRCLE, words, all ? "good" : "plain");
    }

    /** These tables, and no others, are verified. */
    void verify(List<RelationName> some) {
        wanted = some;
        verify();
    }

    private void verify() {
        verdict.setText(Texts.say("backfill.verifying"));
        verifying.start(
                Texts.say("backfill.verifying"), told -> engine.reading(told).verify(wanted), this::verified);
    }

    private void verified(List<Verification> found) {
        int before = tables.getSelectionModel().getSelectedIndex();
        tables.getItems().setAll(found);
        tables.getSelectionModel().select(Math.max(0, before));
        boolean sound = found.stream().allMatch(Verification::sound);
        long left = found.stream().mapToLong(Verification::withoutTenant).sum();
        String key = !sound ? "backfill.verified.unsound" : left > 0 ? "backfill.verified.left" : "backfill.verified";
        verdict.setText(Texts.say(key, left, found.size()));
        verdict.getStyleClass().removeAll("good", "bad", "warn");
        verdict.getStyleClass().add(!sound ? "bad" : left > 0 ? "warn" : "good");
    }

    void stop() {
        verifying.cancel();
        closing.stop();
    }
}
