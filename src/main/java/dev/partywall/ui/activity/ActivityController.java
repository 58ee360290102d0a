package dev.partywall.ui.activity;

import dev.partywall.connect.Activity;
import dev.partywall.connect.Side;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Fxml;
import dev.partywall.ui.Page;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Columns;
import java.io.File;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.FileChooser;

/** What Partywall did on the server, as whom; what ran as the bypass role is marked. */
public final class ActivityController implements Page {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private final Desk desk;
    private final FilteredList<Activity> shown;
    private final Parent view;

    @FXML
    private Label subtitle;

    @FXML
    private CheckBox bypassOnly;

    @FXML
    private CheckBox failedOnly;

    @FXML
    private TextField search;

    @FXML
    private Button export;

    @FXML
    private TableView<Activity> table;

    public ActivityController(Desk desk) {
        this.desk = desk;
        this.shown = new FilteredList<>(desk.activity());
        this.view = Fxml.load("activity", this);
        columns();
        table.setItems(shown);
        table.setPlaceholder(new Label(Texts.say("activity.none")));
        shown.addListener((ListChangeListener<Activity>) change -> count());
        bypassOnly.selectedProperty().subscribe(chosen -> narrow());
        failedOnly.selectedProperty().subscribe(chosen -> narrow());
        search.textProperty().subscribe(typed -> narrow());
        export.setOnAction(event -> choose());
        count();
    }

    @Override
    public Parent root() {
        return view;
    }

    @Override
    public void open() {
        count();
    }

    @Override
    public void refresh() {
        count();
    }

    private void columns() {
        table.setFixedCellSize(30);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(Columns.text(Texts.say("activity.at"), 110, step -> TIME.format(step.at())));
        table.getColumns().add(Columns.node(Texts.say("activity.as"), 190, Who::new));
        table.getColumns().add(Columns.text(Texts.say("activity.what"), 420, Activity::purpose));
        table.getColumns().add(Columns.number(Texts.say("activity.rows"), 80, Activity::rows));
        table.getColumns()
                .add(Columns.number(
                        Texts.say("activity.took"), 80, step -> step.took().toMillis()));
        table.getColumns().add(Columns.node(Texts.say("activity.outcome"), 240, Ending::new));
    }

    private void narrow() {
        String typed = search.getText().strip().toLowerCase(Locale.ROOT);
        boolean bypass = bypassOnly.isSelected();
        boolean failed = failedOnly.isSelected();
        shown.setPredicate(step -> (!bypass || step.side() == Side.BYPASS)
                && (!failed || !Ending.isWell(step))
                && (step.purpose() + " " + step.user() + " " + step.outcome())
                        .toLowerCase(Locale.ROOT)
                        .contains(typed));
    }

    private void count() {
        long bypass = shown.stream().filter(step -> step.side() == Side.BYPASS).count();
        subtitle.setText(Texts.say("activity.subtitle", shown.size(), bypass));
        export.setDisable(shown.isEmpty());
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName("partywall-activity.csv");
        File file = chooser.showSaveDialog(view.getScene().getWindow());
        if (file != null) {
            List<Activity> steps = List.copyOf(shown);
            desk.work()
                    .start(
                            Texts.say("activity.export"),
                            progress -> ActivityFile.write(file.toPath(), steps),
                            done -> {});
        }
    }
}
