package dev.partywall.ui.browse;

import dev.partywall.browse.Browser;
import dev.partywall.browse.From;
import dev.partywall.browse.PageRequest;
import dev.partywall.browse.export.Export;
import dev.partywall.browse.export.ExportFormat;
import dev.partywall.browse.export.Exported;
import dev.partywall.connect.Lens;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Job;
import dev.partywall.ui.Texts;
import dev.partywall.ui.Trouble;
import dev.partywall.ui.part.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** All rows the lens sees, to a file: says as whom, in which form, how far it is; complete or not there at all. */
final class ExportDialog {
    private final Desk desk;
    private final Lens lens;
    private final PageRequest request;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ToggleGroup formats = new ToggleGroup();
    private final ProgressBar bar = new ProgressBar();
    private final Label state = Words.text("");
    private final Button start = new Button(Texts.say("export.start"));
    private final Button cancel = new Button(Texts.say("export.cancel"));
    private @Nullable Job job;

    ExportDialog(Desk desk, Lens lens, Asked asked) {
        this.desk = desk;
        this.lens = lens;
        this.request = asked.request().from(new From.First());
        start.getStyleClass().add("accent");
        start.setId("export-start");
        start.setOnAction(event -> choose());
        cancel.setOnAction(event -> cancel());
        cancel.setDisable(true);
        cancel.setId("export-cancel");
        state.setId("export-state");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setVisible(false);
        dialog.setTitle(Texts.say("export.title"));
        dialog.setHeaderText(null);
    }

    void open(Window owner) {
        dialog.initOwner(owner);
        DialogPane pane = dialog.getDialogPane();
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        pane.setContent(content());
        pane.getButtonTypes().add(ButtonType.CLOSE);
        pane.setPrefWidth(480);
        dialog.setOnHidden(event -> cancel());
        dialog.show();
    }

    private VBox content() {
        VBox kinds = new VBox(8);
        for (ExportFormat format : ExportFormat.values()) {
            String key = "export." + format.extension();
            RadioButton button = new RadioButton(Texts.say(key));
            button.setToggleGroup(formats);
            button.setUserData(format);
            button.setId("export-" + format.extension());
            kinds.getChildren().add(new VBox(0, button, indented(Texts.say(key + ".text"))));
        }
        formats.selectToggle(formats.getToggles().getFirst());
        HBox buttons = new HBox(8, start, cancel);
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(
                16, Words.section(Texts.say("export.head", request.relation().name())));
        box.getChildren().addAll(Words.text(scope()), kinds, buttons, new VBox(4, bar, state));
        box.getStyleClass().add("export");
        return box;
    }

    private static Label indented(String text) {
        Label label = Words.text(text, "caption");
        label.setPadding(new javafx.geometry.Insets(0, 0, 0, 24));
        return label;
    }

    /** As whom, and which rows. */
    private String scope() {
        String who = switch (lens) {
            case Lens.Tenant tenant -> Texts.say("export.tenant", desk.nameOf(tenant.id()));
            case Lens.Nobody nobody -> Texts.say("export.nobody");
            case Lens.Everyone everyone -> Texts.say("export.everyone");
        };
        int conditions = request.filters().size() + (request.search() == null ? 0 : 1);
        return conditions == 0 ? who : who + " " + Texts.count("export.filters", conditions);
    }

    private void choose() {
        ExportFormat format = (ExportFormat) formats.getSelectedToggle().getUserData();
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(request.relation().name() + "." + format.extension());
        File file = chooser.showSaveDialog(dialog.getDialogPane().getScene().getWindow());
        if (file != null) {
            write(format, file.toPath());
        }
    }

    void write(ExportFormat format, Path file) {
        running(true);
        job = desk.work()
                .start(
                        Texts.say("browse.export.job", request.relation()),
                        progress -> Export.to(
                                file,
                                format,
                                new Browser(desk.link().stoppedBy(progress.cancellation()), desk.found()),
                                lens,
                                request,
                                rows -> progress.tell(0, 0, Texts.count("export.rows", rows))),
                        this::done,
                        this::failed)
                .whenStopped(() -> stopped(Texts.say("export.cancelled")));
        state.textProperty().bind(job.messageProperty());
    }

    private void running(boolean now) {
        start.setDisable(now);
        cancel.setDisable(!now);
        bar.setVisible(now);
    }

    private void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    private void done(Exported exported) {
        String time = exported.at()
                .atZone(java.time.ZoneId.systemDefault())
                .format(java.time.format.DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH));
        String changed = exported.changed() == 0 ? "" : " " + Texts.count("export.changed", exported.changed());
        String about = exported.about() == null
                ? ""
                : " "
                        + Texts.say(
                                "export.about", String.valueOf(exported.about().getFileName()));
        stopped(Texts.count("export.rows", exported.rows())
                + " "
                + Texts.say("export.done", exported.attestation().currentUser(), time, exported.file())
                + changed
                + about);
    }

    private void failed(Trouble trouble) {
        stopped(trouble.message() + " " + trouble.nextStep());
    }

    private void stopped(String words) {
        job = null;
        state.textProperty().unbind();
        state.setText(words);
        running(false);
    }
}
