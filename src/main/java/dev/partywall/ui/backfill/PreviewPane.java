package dev.partywall.ui.backfill;

import dev.partywall.backfill.Control;
import dev.partywall.backfill.Plan;
import dev.partywall.backfill.Rehearsal;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Columns;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.Words;
import java.util.Optional;
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

/** What will happen: the plan in its order, and what a dry run of it showed. Nothing is changed here. */
final class PreviewPane extends VBox {
    private final Desk desk;
    private final Engine engine;
    private final Draft draft;
    private final Lane rehearsing;
    private final Label summary = Words.section("");
    private final Label verdict = Words.text("", "muted");
    private final Button rehearse = new Button(Texts.say("backfill.rehearse"), Icons.of(Feather.PLAY_CIRCLE));
    private final Button cancel = new Button(Texts.say("backfill.rehearse.cancel"), Icons.of(Feather.X));
    private final TableView<Plan.Table> tables = new TableView<>();
    private final PreviewDetail detail;
    private final PacePane pace;

    PreviewPane(Desk desk, Engine engine, Draft draft) {
        super(10);
        this.desk = desk;
        this.engine = engine;
        this.draft = draft;
        this.rehearsing = desk.work().lane();
        this.detail = new PreviewDetail(desk, draft);
        this.pace = new PacePane(draft);
        buttons();
        columns();
        ScrollPane right = new ScrollPane(detail);
        right.setFitToWidth(true);
        right.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        right.getStyleClass().add("clear");
        right.setMinWidth(380);
        VBox left = new VBox(8, tables, pace);
        left.setMinWidth(380);
        VBox.setVgrow(tables, Priority.ALWAYS);
        SplitPane split = new SplitPane(left, right);
        split.setDividerPositions(0.5);
        VBox.setVgrow(split, Priority.ALWAYS);
        HBox row = new HBox(8, rehearse, cancel, verdict);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(summary, row, split);
        draft.onChange(this::update);
    }

    private void buttons() {
        rehearse.setId("rehearse");
        rehearse.getStyleClass().add("accent");
        rehearse.setMinWidth(USE_PREF_SIZE);
        rehearse.disableProperty().bind(rehearsing.busyProperty());
        rehearse.setOnAction(event -> rehearse());
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.visibleProperty().bind(rehearsing.busyProperty());
        cancel.managedProperty().bind(rehearsing.busyProperty());
        cancel.setOnAction(event -> rehearsing.cancel());
    }

    private void columns() {
        tables.setId("plan");
        tables.setAccessibleText(Texts.say("backfill.plan"));
        tables.setFixedCellSize(32);
        tables.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        tables.getColumns().add(Columns.text("", 34, this::position));
        tables.getColumns()
                .add(Columns.text(
                        Texts.say("backfill.table"), 170, table -> table.table().toString()));
        tables.getColumns().add(Columns.number(Texts.say("backfill.change"), 74, Plan.Table::rows));
        tables.getColumns().add(Columns.number(Texts.say("backfill.stay"), 64, PreviewPane::left));
        tables.getColumns()
                .add(Columns.text(Texts.say("backfill.way"), 220, table -> Ways.sentence(table.assignment())));
        tables.getColumns().forEach(column -> column.setSortable(false));
        tables.getSelectionModel().selectedItemProperty().subscribe(detail::show);
    }

    private String position(Plan.Table table) {
        return String.valueOf(tables.getItems().indexOf(table) + 1);
    }

    static long left(Plan.Table table) {
        return table.counts().entrySet().stream()
                .filter(entry -> entry.getKey().undecided())
                .mapToLong(entry -> entry.getValue())
                .sum();
    }

    private void update() {
        Optional<Plan> plan = draft.plan();
        if (plan.isEmpty()) {
            tables.getItems().clear();
            return;
        }
        Plan shown = plan.get();
        summary.setText(PlanText.summary(shown));
        if (!tables.getItems().equals(shown.tables())) {
            tables.getItems().setAll(shown.tables());
            tables.getSelectionModel().selectFirst();
        }
        detail.show(tables.getSelectionModel().getSelectedItem());
        verdict.setText(draft.rehearsal().map(PlanText::verdict).orElse(Texts.say("backfill.rehearse.text")));
        verdict.getStyleClass().removeAll("good", "bad", "muted");
        verdict.getStyleClass()
                .add(draft.rehearsal()
                        .map(made -> made.clean() ? "good" : "bad")
                        .orElse("muted"));
    }

    private void rehearse() {
        Plan plan = draft.plan().orElseThrow();
        verdict.setText(Texts.say("backfill.rehearsing"));
        rehearsing.start(
                Texts.say("backfill.rehearsing"),
                told -> engine.reading(told).rehearse(plan, Control.of(told.cancellation())),
                made -> rehearsed(plan, made),
                trouble -> {
                    update();
                    desk.work().report(trouble.cause());
                });
    }

    /** A dry run of a plan that was changed meanwhile says nothing. */
    private void rehearsed(Plan plan, Rehearsal made) {
        if (draft.plan().filter(plan::equals).isPresent()) {
            draft.rehearsed(made);
        }
    }

    /** A plan just made, going about as the person wishes. */
    Plan paced(Plan plan) {
        return pace.applied(plan);
    }

    /** A plan from a file brings its own pace. */
    void take(Plan loaded) {
        pace.show(loaded);
        draft.planned(loaded);
    }

    void stop() {
        rehearsing.cancel();
        update();
    }
}
