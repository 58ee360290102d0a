package dev.partywall.ui.backfill;

import dev.partywall.backfill.Plan;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Job;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The preview of a plan, the button that carries it out, and how far that is. */
public final class PlanPane extends VBox {
    private final Label title = Words.section("");
    private final VBox lines = new VBox(6);
    private final Button execute = new Button(Texts.say("backfill.execute"), Icons.of(Feather.PLAY));
    private final Button pause = new Button(Texts.say("backfill.stop"), Icons.of(Feather.PAUSE));
    private final ProgressBar progress = new ProgressBar();
    private final Label step = new Label();

    public PlanPane() {
        getStyleClass().add("card");
        execute.getStyleClass().add("danger");
        execute.setId("execute");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setPrefHeight(6);
        step.getStyleClass().add("caption");
        VBox running = new VBox(3, progress, step);
        running.visibleProperty().bind(pause.visibleProperty());
        HBox.setHgrow(running, Priority.ALWAYS);
        HBox buttons = new HBox(8, execute, pause, running);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title, lines, buttons);
    }

    void wire(Lane lane, Runnable carryOut) {
        execute.setOnAction(event -> carryOut.run());
        execute.disableProperty().bind(lane.busyProperty());
        pause.setOnAction(event -> lane.cancel());
        pause.visibleProperty().bind(lane.busyProperty());
    }

    void show(Desk desk, Plan plan) {
        Plan.Table table = plan.tables().getFirst();
        title.setText(Texts.say("backfill.planned", plan.rows(), table.table(), Ways.sentence(table.assignment())));
        lines.getChildren().setAll(PlanText.of(desk, table));
    }

    void follow(Job job) {
        progress.progressProperty().bind(job.progressProperty());
        step.textProperty().bind(job.messageProperty());
    }
}
