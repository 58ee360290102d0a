package dev.partywall.ui.probes;

import dev.partywall.access.Inspection;
import dev.partywall.probe.ProbePlan;
import dev.partywall.probe.Probes;
import dev.partywall.probe.Verdict;
import dev.partywall.profile.Environment;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Fxml;
import dev.partywall.ui.Job;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Page;
import dev.partywall.ui.Targeted;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Confirmation;
import dev.partywall.ui.part.Empty;
import dev.partywall.ui.part.Words;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The one button, and what came of it. */
public final class ProbesController implements Page, Targeted {
    private static final int CARDS = 25;

    private final Desk desk;
    private final Lane lane;
    private final Parent view;

    @FXML
    private Label subtitle;

    @FXML
    private CheckBox readOnly;

    @FXML
    private Button cancel;

    @FXML
    private Button run;

    @FXML
    private VBox running;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label step;

    @FXML
    private HBox verdict;

    @FXML
    private StackPane body;

    @FXML
    private SplitPane split;

    @FXML
    private TableView<HeatLine> heat;

    @FXML
    private VBox detail;

    public ProbesController(Desk desk) {
        this.desk = desk;
        this.lane = desk.work().lane();
        this.view = Fxml.load("probes", this);
        Heat.prepare(heat);
        heat.getSelectionModel().getSelectedCells().subscribe(this::explain);
        running.visibleProperty().bind(lane.busyProperty());
        running.managedProperty().bind(lane.busyProperty());
        cancel.visibleProperty().bind(lane.busyProperty());
        run.disableProperty().bind(lane.busyProperty());
        run.setOnAction(event -> run());
        cancel.setOnAction(event -> lane.cancel());
        wireReadOnly();
        show();
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

    @Override
    public Parent root() {
        return view;
    }

    @Override
    public void open() {
        boolean possible = desk.link().hasBypass();
        subtitle.setText(Texts.say(possible ? "probes.subtitle" : "probes.nobypass"));
    }

    @Override
    public void refresh() {
        run();
    }

    @Override
    public void stop() {
        lane.cancel();
    }

    @Override
    public void show(Object target) {
        if (target == RUN && !lane.isBusy()) {
            run();
        }
    }

    private void run() {
        Inspection found = desk.found();
        ProbePlan plan = readOnly.isSelected() ? ProbePlan.usual().readingOnly() : ProbePlan.usual();
        Job job = lane.start(
                Texts.say("probes.job"),
                told -> Probes.run(desk.link(), found, plan, told.cancellation(), told::tell)
                        .verdicts(),
                this::finished);
        progress.progressProperty().bind(job.progressProperty());
        step.textProperty().bind(job.messageProperty());
    }

    private void finished(List<Verdict> verdicts) {
        desk.verdicts().setAll(verdicts);
        String time = LocalTime.now().truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_LOCAL_TIME);
        subtitle.setText(Texts.say("probes.finished", time, verdicts.size()));
        show();
    }

    private void show() {
        List<Verdict> verdicts = List.copyOf(desk.verdicts());
        verdict.setVisible(!verdicts.isEmpty());
        verdict.setManaged(!verdicts.isEmpty());
        if (verdicts.isEmpty()) {
            body.getChildren()
                    .setAll(new Empty(Feather.CROSSHAIR, Texts.say("probes.empty"), Texts.say("probes.empty.text")));
            return;
        }
        verdict.getChildren().setAll(Headline.of(verdicts));
        Heat.show(heat, verdicts);
        body.getChildren().setAll(split);
        chooseWorst();
    }

    private void chooseWorst() {
        HeatLine worst = heat.getItems().getFirst();
        heat.getColumns().stream()
                .filter(column -> worst.worstIs(Heat.probeOf(column)))
                .findFirst()
                .ifPresent(column -> heat.getSelectionModel().clearAndSelect(0, column));
    }

    private void explain() {
        List<?> cells = heat.getSelectionModel().getSelectedCells();
        if (cells.isEmpty()
                || !(cells.getFirst() instanceof TablePosition<?, ?> cell)
                || cell.getRow() >= heat.getItems().size()) {
            detail.getChildren()
                    .setAll(new Empty(
                            Feather.MOUSE_POINTER, Texts.say("probes.choose"), Texts.say("probes.choose.text")));
            return;
        }
        HeatLine line = heat.getItems().get(cell.getRow());
        String probe = cell.getTableColumn() == null ? null : Heat.probeOf(cell.getTableColumn());
        List<Verdict> verdicts = probe == null ? line.all() : line.of(probe);
        List<Node> parts = new ArrayList<>();
        parts.add(Words.section(probe == null ? line.name() : Texts.say("probes.on", probe, line.name())));
        verdicts.stream()
                .limit(CARDS)
                .forEach(each -> parts.add(new VerdictCard(desk, each, each == verdicts.getFirst())));
        if (verdicts.size() > CARDS) {
            parts.add(Words.text(Texts.say("probes.more", verdicts.size() - CARDS), "caption"));
        }
        detail.getChildren().setAll(parts);
    }
}
