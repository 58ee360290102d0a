package dev.partywall.ui.frame;

import dev.partywall.ui.Job;
import dev.partywall.ui.Texts;
import dev.partywall.ui.Work;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** "2 tasks running" in the header; opens into a list with progress and Cancel. */
final class RunningWork {
    private final Work work;
    private final Button button;

    RunningWork(Work work, Button button) {
        this.work = work;
        this.button = button;
        work.running().addListener((ListChangeListener<Job>) change -> count());
        button.setOnAction(event -> list().show(button, Side.BOTTOM, 0, 4));
        count();
    }

    private void count() {
        int number = work.running().size();
        button.setVisible(number > 0);
        button.setText(Texts.count("running", number));
    }

    private ContextMenu list() {
        ContextMenu menu = new ContextMenu();
        for (Job job : work.running()) {
            CustomMenuItem item = new CustomMenuItem(line(job), false);
            menu.getItems().add(item);
        }
        return menu;
    }

    private static HBox line(Job job) {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(job.progressProperty());
        bar.setPrefWidth(260);
        Label message = new Label();
        message.textProperty().bind(job.messageProperty());
        message.getStyleClass().add("caption");
        VBox left = new VBox(4, new Label(job.title()), bar, message);
        Button cancel = new Button(Texts.say("running.cancel"));
        cancel.disableProperty().bind(job.endedProperty());
        cancel.setOnAction(event -> job.cancel());
        HBox line = new HBox(12, left, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
