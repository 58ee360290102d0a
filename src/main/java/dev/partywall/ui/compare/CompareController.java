package dev.partywall.ui.compare;

import dev.partywall.access.Change;
import dev.partywall.access.Change.Direction;
import dev.partywall.access.SnapshotDiff;
import dev.partywall.catalog.Role;
import dev.partywall.catalog.SnapshotFile;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Fxml;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Page;
import dev.partywall.ui.Targeted;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Empty;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Holds a saved snapshot against this database, or against another saved one. As a target: the earlier file's path. */
public final class CompareController implements Page, Targeted {
    private final Desk desk;
    private final Lane comparing;
    private final ObservableList<Change> changes = FXCollections.observableArrayList();
    private final FilteredList<Change> shown = new FilteredList<>(changes);
    private final Parent view;
    private @Nullable Side before;
    private @Nullable Side after;

    @FXML
    private Label subtitle;

    @FXML
    private Button from;

    @FXML
    private Button to;

    @FXML
    private Button live;

    @FXML
    private ComboBox<String> role;

    @FXML
    private ComboBox<Way> way;

    @FXML
    private TextField search;

    @FXML
    private TableView<Change> table;

    @FXML
    private VBox detail;

    public CompareController(Desk desk) {
        this.desk = desk;
        this.comparing = desk.work().lane();
        this.view = Fxml.load("compare", this);
        ChangeTable.build(table, shown);
        way.getItems().setAll(Way.values());
        way.setValue(Way.ALL);
        way.valueProperty().subscribe(chosen -> narrow());
        search.textProperty().subscribe(typed -> narrow());
        table.getSelectionModel().selectedItemProperty().subscribe(this::describe);
        role.setOnAction(event -> compare());
    }

    @Override
    public Parent root() {
        return view;
    }

    @Override
    public void open() {
        if (after == null) {
            live();
        }
    }

    @Override
    public void refresh() {
        desk.reread(this::live);
    }

    @Override
    public void stop() {
        comparing.cancel();
    }

    @Override
    public void show(Object target) {
        if (target instanceof Path file) {
            read(file, true);
        }
    }

    /** The later side is this database as it was read last. */
    @FXML
    private void live() {
        after = Side.of(desk.found());
        sides();
    }

    @FXML
    private void chooseFrom() {
        choose(true);
    }

    @FXML
    private void chooseTo() {
        choose(false);
    }

    private void choose(boolean earlier) {
        File file = chooser("compare.open").showOpenDialog(view.getScene().getWindow());
        if (file != null) {
            read(file.toPath(), earlier);
        }
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.say(title));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Texts.say("compare.files"), "*.json"));
        return chooser;
    }

    private void read(Path file, boolean earlier) {
        comparing.start(Texts.say("compare.reading", file.getFileName()), progress -> Side.of(file), side -> {
            if (earlier) {
                before = side;
            } else {
                after = side;
            }
            sides();
        });
    }

    @FXML
    private void save() {
        FileChooser chooser = chooser("compare.save");
        chooser.setInitialFileName(desk.found().snapshot().database() + ".snapshot.json");
        File file = chooser.showSaveDialog(view.getScene().getWindow());
        if (file != null) {
            desk.work()
                    .start(
                            Texts.say("compare.saving", file.getName()),
                            progress -> {
                                SnapshotFile.write(
                                        desk.found().snapshot(), desk.found().appRole(), file.toPath());
                                return file;
                            },
                            saved -> subtitle.setText(Texts.say("compare.saved", saved.getName())));
        }
    }

    private void sides() {
        from.setText(before == null ? Texts.say("compare.choose") : before.words());
        to.setText(after == null ? Texts.say("compare.choose") : after.words());
        live.setDisable(after != null && after.live());
        List<String> names = Stream.of(before, after)
                .filter(Objects::nonNull)
                .flatMap(side -> side.snapshot().roles().stream())
                .map(Role::name)
                .distinct()
                .sorted()
                .toList();
        String chosen = role.getValue() == null ? desk.found().appRole() : role.getValue();
        role.getItems().setAll(names);
        role.setValue(chosen);
        compare();
    }

    private void compare() {
        Side old = before;
        Side now = after;
        String who = role.getValue();
        if (old == null || now == null || who == null) {
            subtitle.setText(Texts.say("compare.none"));
            describe(null);
            return;
        }
        comparing.start(
                Texts.say("compare.job"),
                progress -> SnapshotDiff.between(old.snapshot(), now.snapshot(), List.of(who)),
                this::fill);
    }

    private void fill(SnapshotDiff diff) {
        changes.setAll(diff.changes());
        subtitle.setText(Texts.say(
                "compare.subtitle",
                diff.count(Direction.WIDER),
                diff.count(Direction.NARROWER),
                diff.count(Direction.DIFFERENT),
                diff.same(),
                diff.relations()));
        table.getSelectionModel().selectFirst();
        describe(table.getSelectionModel().getSelectedItem());
    }

    private void narrow() {
        String typed = search.getText().strip().toLowerCase(Locale.ROOT);
        Way which = way.getValue();
        shown.setPredicate(change -> which.admits(change)
                && (ChangeTable.where(change) + " " + change.what())
                        .toLowerCase(Locale.ROOT)
                        .contains(typed));
    }

    private void describe(@Nullable Change change) {
        if (change != null) {
            detail.getChildren().setAll(ChangeDetail.of(desk, change));
        } else {
            boolean same = before != null && changes.isEmpty();
            detail.getChildren()
                    .setAll(new Empty(
                            same ? Feather.CHECK : Feather.GIT_PULL_REQUEST,
                            Texts.say(same ? "compare.same" : "compare.what"),
                            Texts.say(same ? "compare.same.text" : "compare.what.text")));
        }
    }
}
