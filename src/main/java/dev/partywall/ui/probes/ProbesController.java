package dev.partywall.ui.probes;

import dev.partywall.catalog.RelationName;
import dev.partywall.probe.Estimate;
import dev.partywall.probe.Outcome;
import dev.partywall.probe.ProbeRun;
import dev.partywall.probe.Verdict;
import dev.partywall.profile.Environment;
import dev.partywall.report.PastRun;
import dev.partywall.report.Report;
import dev.partywall.report.RunChanges;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Fxml;
import dev.partywall.ui.Job;
import dev.partywall.ui.Page;
import dev.partywall.ui.Reports;
import dev.partywall.ui.Targeted;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Confirmation;
import dev.partywall.ui.part.Empty;
import dev.partywall.ui.part.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The one button, and what came of it. */
public final class ProbesController implements Page, Targeted {
    private final Desk desk;
    private final Runs runs;
    private final Parent view;
    private final HeatTable table;
    private final Detail details;
    private final Set<Outcome> chosen = EnumSet.noneOf(Outcome.class);
    private HeatMap map = new HeatMap();

    @FXML
    private Label subtitle;

    @FXML
    private CheckBox readOnly;

    @FXML
    private MenuButton history;

    @FXML
    private MenuButton export;

    @FXML
    private SplitMenuButton run;

    @FXML
    private HBox running;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label step;

    @FXML
    private ToggleButton pause;

    @FXML
    private Button cancel;

    @FXML
    private VBox verdict;

    @FXML
    private StackPane body;

    @FXML
    private SplitPane split;

    @FXML
    private TextField search;

    @FXML
    private HBox outcomes;

    @FXML
    private ToggleButton changed;

    @FXML
    private TableView<HeatLine> heat;

    @FXML
    private VBox detail;

    public ProbesController(Desk desk) {
        this.desk = desk;
        this.runs = new Runs(desk);
        this.view = Fxml.load("probes", this);
        this.table = new HeatTable(heat);
        this.details = new Detail(desk, detail, this::run);
        wire();
        wireReadOnly();
        Report known = desk.run().get();
        if (known == null) {
            showNothing();
        } else {
            show(new Runs.Result(known, null));
        }
    }

    private void wire() {
        running.visibleProperty().bind(runs.busyProperty());
        running.managedProperty().bind(runs.busyProperty());
        run.disableProperty().bind(runs.busyProperty());
        run.setOnAction(event -> run(Scope.EVERYTHING));
        run.setOnShowing(event -> run.getItems().setAll(scopes()));
        run.getItems().setAll(scopes());
        pause.selectedProperty().subscribe(runs::pause);
        cancel.setOnAction(event -> runs.cancel());
        Reports.wire(export, desk);
        export.disableProperty().bind(desk.run().isNull());
        history.setOnShowing(event -> runs.times(times -> history.getItems()
                .setAll(
                        times.isEmpty()
                                ? List.of(nothing())
                                : times.stream().map(this::earlier).toList())));
        history.getItems().setAll(List.of(nothing()));
        heat.getSelectionModel().getSelectedCells().subscribe(this::explain);
        search.textProperty().subscribe(typed -> narrow());
        changed.selectedProperty().subscribe(wanted -> narrow());
    }

    /** Production starts with attempts that only read; going further is confirmed by typing the profile's name. */
    private void wireReadOnly() {
        boolean production = desk.profile().environment() == Environment.PRODUCTION;
        readOnly.setSelected(production);
        if (production) {
            readOnly.setOnAction(event -> {
                if (!readOnly.isSelected()) {
                    readOnly.setSelected(!Confirmation.typed(
                            view.getScene().getWindow(), desk.profile().name(), Texts.say("probes.confirm")));
                }
            });
        }
    }

    private List<MenuItem> scopes() {
        Set<RelationName> shown = heat.getItems().stream()
                .map(HeatLine::relation)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        MenuItem all = new MenuItem(Texts.say("probes.run.all"));
        all.setOnAction(event -> run(Scope.EVERYTHING));
        MenuItem these = new MenuItem(Texts.say("probes.run.these", shown.size()));
        these.setDisable(shown.isEmpty());
        these.setOnAction(event -> run(new Scope(shown, Set.of())));
        return List.of(all, these);
    }

    private MenuItem earlier(Instant time) {
        MenuItem item = new MenuItem(Texts.say("probes.history.with", Since.time(time)));
        item.setOnAction(event -> runs.read(time, this::compare));
        return item;
    }

    private static MenuItem nothing() {
        MenuItem item = new MenuItem(Texts.say("probes.history.none"));
        item.setDisable(true);
        return item;
    }

    @Override
    public Parent root() {
        return view;
    }

    @Override
    public void open() {
        if (desk.run().get() == null && !runs.busyProperty().get()) {
            subtitle.setText(Texts.say(desk.link().hasBypass() ? "probes.subtitle" : "probes.nobypass"));
            runs.estimate(readOnly.isSelected(), this::tell);
        }
    }

    @Override
    public void refresh() {
        run(Scope.EVERYTHING);
    }

    @Override
    public void stop() {
        runs.cancel();
    }

    @Override
    public void show(Object target) {
        if (target == RUN && !runs.busyProperty().get()) {
            run(Scope.EVERYTHING);
        } else if (target instanceof RelationName name) {
            search.clear();
            heat.getItems().stream()
                    .filter(line -> name.equals(line.relation()))
                    .findFirst()
                    .ifPresent(line -> {
                        heat.getSelectionModel()
                                .clearAndSelect(
                                        heat.getItems().indexOf(line),
                                        heat.getColumns().getFirst());
                        heat.scrollTo(line);
                    });
        }
    }

    private void run(Scope scope) {
        pause.setSelected(false);
        HeatMap filling = new HeatMap();
        Job job = runs.start(scope, readOnly.isSelected(), verdicts -> grow(filling, verdicts), this::finished);
        job.whenStopped(() -> stopped(filling));
        progress.progressProperty().bind(job.progressProperty());
        step.textProperty().bind(job.messageProperty());
    }

    /** Verdicts of a whole run are shown as they come, in place of those of the run before. */
    private void grow(HeatMap filling, List<Verdict> verdicts) {
        filling.add(verdicts);
        if (runs.busyProperty().get() && desk.run().get() == null) {
            map = filling;
            body.getChildren().setAll(split);
            narrow();
        }
    }

    private void stopped(HeatMap filling) {
        subtitle.setText(Texts.say("probes.stopped", filling.size()));
    }

    private void finished(Runs.Result result) {
        desk.run().set(result.report());
        desk.verdicts().setAll(result.report().verdicts());
        show(result);
    }

    private void showNothing() {
        verdict.setVisible(false);
        verdict.setManaged(false);
        body.getChildren()
                .setAll(new Empty(Feather.CROSSHAIR, Texts.say("probes.empty"), Texts.say("probes.empty.text")));
    }

    /** Before the first run: what it would be. */
    private void tell(Estimate estimate) {
        if (desk.run().get() == null && map.isEmpty()) {
            body.getChildren().setAll(Forecast.of(estimate));
        }
    }

    private void show(Runs.Result result) {
        Report report = result.report();
        String took = "%.1f"
                .formatted(Duration.between(report.startedAt(), report.finishedAt())
                                .toMillis()
                        / 1000.0);
        subtitle.setText(Texts.say(
                "probes.finished",
                Since.time(report.finishedAt()),
                took,
                report.verdicts().size()));
        map = new HeatMap();
        map.add(report.verdicts());
        if (map.isEmpty()) {
            showNothing();
            return;
        }
        verdict.setVisible(true);
        verdict.setManaged(true);
        headline(report);
        changed.setSelected(false);
        changed.setDisable(true);
        chips(report.verdicts());
        body.getChildren().setAll(split);
        narrow();
        table.chooseWorst();
        if (result.before() != null) {
            compare(result.before());
        }
    }

    private void headline(Report report) {
        verdict.getChildren().setAll(Headline.of(report.verdicts()));
        report.problems().forEach(problem -> verdict.getChildren().add(Words.text(problem, "refusal")));
        ProbeRun probes = report.probes();
        if (probes != null) {
            verdict.getChildren().add(ProofLine.of(probes.proof()));
        }
    }

    private void compare(PastRun before) {
        Report now = desk.run().get();
        if (now == null) {
            return;
        }
        RunChanges changes = RunChanges.between(before.verdicts(), now.verdicts());
        map.mark(changes);
        changed.setDisable(changes.isEmpty());
        headline(now);
        verdict.getChildren().add(Since.line(before.startedAt(), changes));
        heat.refresh();
    }

    private void chips(List<Verdict> verdicts) {
        chosen.clear();
        outcomes.getChildren().setAll(OutcomeChips.of(verdicts, chosen, this::narrow));
    }

    private void narrow() {
        String typed = search.getText().strip().toLowerCase(Locale.ROOT);
        table.show(map, map.shown(new HeatMap.Filter(typed, chosen, changed.isSelected())));
    }

    private void explain() {
        List<?> cells = heat.getSelectionModel().getSelectedCells();
        if (!cells.isEmpty()
                && cells.getFirst() instanceof TablePosition<?, ?> cell
                && cell.getRow() < heat.getItems().size()) {
            details.show(heat.getItems().get(cell.getRow()), HeatTable.probeOf(cell.getTableColumn()));
        } else {
            detail.getChildren()
                    .setAll(new Empty(
                            Feather.MOUSE_POINTER, Texts.say("probes.choose"), Texts.say("probes.choose.text")));
        }
    }
}
