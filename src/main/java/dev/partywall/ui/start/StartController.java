package dev.partywall.ui.start;

import dev.partywall.failure.Failure;
import dev.partywall.profile.Environment;
import dev.partywall.profile.Profile;
import dev.partywall.ui.Fxml;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Texts;
import dev.partywall.ui.Theme;
import dev.partywall.ui.Trouble;
import dev.partywall.ui.Work;
import dev.partywall.ui.frame.Notice;
import dev.partywall.ui.part.Confirmation;
import dev.partywall.ui.part.ThemeButton;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Saved databases, the demo, and a form for a new one. */
public final class StartController {
    private final Doors doors;
    private final Work work;
    private final Lane opening;
    private final Lane testing;
    private final Runnable nextTheme;
    private final Supplier<Theme> currentTheme;
    private final Parent view;

    @FXML
    private ListView<Doors.Sample> samples;

    @FXML
    private Button openDemo;

    @FXML
    private VBox starting;

    @FXML
    private Label version;

    @FXML
    private Button theme;

    @FXML
    private VBox notices;

    @FXML
    private ListView<Profile> saved;

    @FXML
    private Button openSaved;

    @FXML
    private Button edit;

    @FXML
    private Button duplicate;

    @FXML
    private Button remove;

    @FXML
    private TextField appUrl;

    @FXML
    private TextField bypassUrl;

    @FXML
    private TextField name;

    @FXML
    private ComboBox<Environment> environment;

    @FXML
    private Button connect;

    @FXML
    private Button test;

    @FXML
    private Button save;

    @FXML
    private VBox doctor;

    private final ProfileForm form;

    public StartController(Doors doors, Work work, Supplier<Theme> currentTheme, Runnable nextTheme) {
        this.doors = doors;
        this.work = work;
        this.opening = work.lane();
        this.testing = work.lane();
        this.currentTheme = currentTheme;
        this.nextTheme = nextTheme;
        this.view = Fxml.load("start", this);
        this.form = new ProfileForm(appUrl, bypassUrl, name, environment);
        wire();
    }

    public Parent root() {
        return view;
    }

    private void wire() {
        work.onTrouble(this::complain);
        version.setText(Texts.say("start.version"));
        ThemeButton.wire(theme, currentTheme, nextTheme);
        wireDemo();
        wireSaved();
        connect.setOnAction(event -> withForm(doors::enter));
        test.setOnAction(event -> withForm(this::examine));
        save.setOnAction(event -> withForm(this::keep));
        test.disableProperty().bind(testing.busyProperty());
        doctor.managedProperty().bind(Bindings.isNotEmpty(doctor.getChildren()));
    }

    private void wireDemo() {
        samples.getItems().setAll(doors.samples());
        samples.setCellFactory(list -> new SampleCell());
        samples.getSelectionModel().selectFirst();
        samples.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                demo();
            }
        });
        openDemo.setOnAction(event -> demo());
        openDemo.disableProperty().bind(opening.busyProperty());
        starting.visibleProperty().bind(opening.busyProperty());
    }

    private void wireSaved() {
        saved.setCellFactory(list -> new ProfileCell());
        Label none = new Label(Texts.say("start.saved.none"));
        none.getStyleClass().add("muted");
        saved.setPlaceholder(none);
        saved.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openSaved.fire();
            }
        });
        var nothing = saved.getSelectionModel().selectedItemProperty().isNull();
        List.of(openSaved, edit, duplicate, remove)
                .forEach(button -> button.disableProperty().bind(nothing));
        openSaved.setOnAction(event -> doors.enter(selected()));
        edit.setOnAction(event -> form.edit(selected()));
        duplicate.setOnAction(event -> form.duplicate(selected()));
        remove.setOnAction(event -> remove(selected()));
        change(() -> {});
    }

    private Profile selected() {
        return saved.getSelectionModel().getSelectedItem();
    }

    private void demo() {
        Doors.Sample sample = samples.getSelectionModel().getSelectedItem();
        if (sample != null) {
            opening.start(
                    Texts.say("start.demo.job", sample.name()),
                    progress -> doors.demo(sample.name(), progress),
                    doors::enter);
        }
    }

    private void withForm(Consumer<Profile> use) {
        try {
            use.accept(form.read());
        } catch (Failure refused) {
            complain(Trouble.of(refused));
        }
    }

    private void examine(Profile profile) {
        doctor.getChildren().setAll(new Label(Texts.say("start.connect.testing")));
        testing.start(
                Texts.say("start.connect.testing"),
                progress -> doors.doctor(profile, progress),
                checks -> doctor.getChildren()
                        .setAll(checks.stream().map(CheckLine::new).toList()));
    }

    /** Deleting is asked about: the file may be the only place where the tenancy is declared. */
    private void remove(Profile profile) {
        if (Confirmation.asked(
                view.getScene().getWindow(),
                Texts.say("start.saved.remove.sure", profile.name()),
                Texts.say("start.saved.remove.text"),
                Texts.say("start.saved.remove"))) {
            change(() -> doors.remove(profile));
        }
    }

    private void keep(Profile profile) {
        String before = form.edited();
        change(() -> {
            doors.save(profile);
            if (before != null && !before.equals(profile.name())) {
                doors.rename(before, profile.name());
            }
        });
        form.edit(profile);
    }

    private void change(Runnable change) {
        work.start(
                Texts.say("start.saved.job"),
                progress -> {
                    change.run();
                    return doors.saved();
                },
                this::list);
    }

    private void list(Doors.Saved found) {
        saved.getItems().setAll(found.profiles());
        found.damaged().forEach(this::complain);
    }

    /** Shows a failure above the form. */
    public void complain(Trouble trouble) {
        notices.getChildren()
                .setAll(new Notice(trouble, notice -> notices.getChildren().clear()));
    }
}
