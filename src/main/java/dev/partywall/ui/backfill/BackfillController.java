package dev.partywall.ui.backfill;

import dev.partywall.access.Inspection;
import dev.partywall.backfill.Assignment;
import dev.partywall.backfill.Backfill;
import dev.partywall.backfill.Gap;
import dev.partywall.backfill.Outcome;
import dev.partywall.backfill.Plan;
import dev.partywall.backfill.Proposal;
import dev.partywall.profile.Environment;
import dev.partywall.tenancy.Tenant;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Fxml;
import dev.partywall.ui.Job;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Page;
import dev.partywall.ui.Progress;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Columns;
import dev.partywall.ui.part.Confirmation;
import dev.partywall.ui.part.Empty;
import dev.partywall.ui.part.Words;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Find, decide, preview, run, undo: from rows without a tenant to rows with one. */
public final class BackfillController implements Page {
    private final Desk desk;
    private final Lane finding;
    private final Lane proposing;
    private final Lane running;
    private final ToggleGroup ways = new ToggleGroup();
    private final Parent view;
    private @Nullable Inspection known;
    private @Nullable Plan plan;
    private @Nullable Path journal;

    @FXML
    private Label subtitle;

    @FXML
    private TableView<Gap> gaps;

    @FXML
    private VBox reasons;

    @FXML
    private StackPane nothing;

    @FXML
    private VBox decide;

    @FXML
    private Label decideTitle;

    @FXML
    private VBox proposals;

    @FXML
    private RadioButton fixed;

    @FXML
    private ComboBox<Tenant> fixedTenant;

    @FXML
    private Button preview;

    @FXML
    private VBox planned;

    @FXML
    private Label plannedTitle;

    @FXML
    private VBox plannedLines;

    @FXML
    private Button execute;

    @FXML
    private Button stop;

    @FXML
    private VBox runningBox;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label step;

    @FXML
    private VBox result;

    @FXML
    private Label resultTitle;

    @FXML
    private VBox resultLines;

    @FXML
    private Button undo;

    public BackfillController(Desk desk) {
        this.desk = desk;
        this.finding = desk.work().lane();
        this.proposing = desk.work().lane();
        this.running = desk.work().lane();
        this.view = Fxml.load("backfill", this);
        wire();
    }

    private void wire() {
        gaps.setFixedCellSize(32);
        gaps.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        gaps.getColumns()
                .add(Columns.text(
                        Texts.say("backfill.table"), 170, gap -> gap.table().toString()));
        gaps.getColumns().add(Columns.number(Texts.say("backfill.without"), 90, Gap::withoutTenant));
        gaps.getColumns().add(Columns.number(Texts.say("backfill.rows"), 80, Gap::rows));
        gaps.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        nothing.getChildren()
                .add(new Empty(Feather.TOOL, Texts.say("backfill.choose"), Texts.say("backfill.choose.text")));
        fixed.setToggleGroup(ways);
        fixedTenant.setItems(desk.tenants());
        fixedTenant.setCellFactory(list -> new TenantChoice());
        fixedTenant.setButtonCell(new TenantChoice());
        fixedTenant.disableProperty().bind(fixed.selectedProperty().not());
        preview.disableProperty().bind(ways.selectedToggleProperty().isNull().or(proposing.busyProperty()));
        preview.setOnAction(event -> preview());
        execute.setOnAction(event -> execute());
        execute.disableProperty().bind(running.busyProperty());
        stop.setOnAction(event -> running.cancel());
        stop.visibleProperty().bind(running.busyProperty());
        runningBox.visibleProperty().bind(running.busyProperty());
        undo.setOnAction(event -> undo());
        undo.disableProperty().bind(running.busyProperty());
        show(result, false);
        choose(null);
    }

    @Override
    public Parent root() {
        return view;
    }

    @Override
    public void open() {
        if (!desk.link().hasBypass()) {
            subtitle.setText(Texts.say("backfill.nobypass"));
        } else if (known != desk.found()) {
            known = desk.found();
            find();
        }
    }

    @Override
    public void refresh() {
        desk.reread(this::open);
    }

    @Override
    public void stop() {
        finding.cancel();
        proposing.cancel();
        running.cancel();
    }

    private Backfill engine(Progress told) {
        return new Backfill(desk.link().stoppedBy(told.cancellation()), desk.found());
    }

    private void find() {
        subtitle.setText(Texts.say("backfill.finding"));
        finding.start(Texts.say("backfill.finding"), told -> engine(told).gaps(), this::found);
    }

    private void found(List<Gap> all) {
        List<Gap> open = all.stream()
                .filter(Gap::isOpen)
                .sorted(Comparator.comparingLong(Gap::withoutTenant).reversed())
                .toList();
        long rows = open.stream().mapToLong(Gap::withoutTenant).sum();
        subtitle.setText(
                open.isEmpty() ? Texts.say("backfill.none") : Texts.say("backfill.subtitle", rows, open.size()));
        gaps.setPlaceholder(Words.text(Texts.say("backfill.none"), "muted"));
        gaps.getItems().setAll(open);
        gaps.getSelectionModel().selectFirst();
    }

    private void choose(@Nullable Gap gap) {
        show(planned, false);
        boolean possible = gap != null && gap.refused() == null && gap.withoutTenant() > 0;
        show(decide, possible);
        show(nothing, !possible && !result.isVisible());
        show(reasons, gap != null);
        if (gap != null) {
            reasons.getChildren().setAll(GapText.of(gap));
        }
        if (gap != null && possible) {
            decideTitle.setText(Texts.say("backfill.decide", gap.withoutTenant(), gap.table()));
            proposals.getChildren().setAll(Words.text(Texts.say("backfill.proposing"), "muted"));
            ways.selectToggle(null);
            proposing.start(
                    Texts.say("backfill.proposing"), told -> engine(told).suggestions(gap.table()), this::propose);
        }
    }

    private void propose(List<Proposal> suggested) {
        proposals.getChildren().setAll(Ways.of(suggested, ways));
        ways.getToggles().stream()
                .filter(toggle -> toggle.getUserData() != null)
                .findFirst()
                .ifPresent(ways::selectToggle);
    }

    private @Nullable Assignment chosen() {
        if (fixed.isSelected()) {
            Tenant tenant = fixedTenant.getValue();
            return tenant == null ? null : new Assignment.Fixed(tenant.id());
        }
        var toggle = ways.getSelectedToggle();
        return toggle != null && toggle.getUserData() instanceof Assignment assignment ? assignment : null;
    }

    private void preview() {
        Gap gap = gaps.getSelectionModel().getSelectedItem();
        Assignment way = chosen();
        if (gap != null && way != null) {
            proposing.start(
                    Texts.say("backfill.planning"),
                    told -> engine(told).plan(Map.of(gap.table(), way)),
                    this::showPlan);
        }
    }

    private void showPlan(Plan made) {
        plan = made;
        Plan.Table table = made.tables().getFirst();
        plannedTitle.setText(
                Texts.say("backfill.planned", made.rows(), table.table(), Ways.sentence(table.assignment())));
        plannedLines.getChildren().setAll(PlanText.of(desk, table));
        show(planned, true);
        show(result, false);
    }

    private void execute() {
        Plan made = plan;
        if (made == null || !confirmed(made)) {
            return;
        }
        run(told -> {
            Backfill engine = engine(told);
            Path file = Journals.place(desk.folder(), engine.usualJournal(made));
            return engine.execute(
                    made, file, at -> told.tell(at.done(), at.planned(), PlanText.step(at)), told.cancellation());
        });
    }

    private boolean confirmed(Plan made) {
        String table = made.tables().getFirst().table().toString();
        return desk.profile().environment() != Environment.PRODUCTION
                || Confirmation.typed(
                        view.getScene().getWindow(), table + " " + made.rows(), Texts.say("backfill.confirm"));
    }

    private void run(Function<Progress, Outcome> call) {
        follow(running.start(Texts.say("backfill.running"), call::apply, this::finished));
    }

    private void follow(Job job) {
        progress.progressProperty().bind(job.progressProperty());
        step.textProperty().bind(job.messageProperty());
    }

    private void finished(Outcome outcome) {
        journal = outcome.journal();
        resultTitle.setText(Texts.say(outcome.stopped() ? "backfill.stopped" : "backfill.done", outcome.set()));
        resultLines.getChildren().setAll(PlanText.of(outcome));
        show(result, true);
        show(planned, false);
        find();
    }

    private void undo() {
        Path file = journal;
        if (file != null) {
            follow(running.start(
                    Texts.say("backfill.undoing"),
                    told -> engine(told)
                            .undo(
                                    file,
                                    at -> told.tell(at.done(), at.planned(), PlanText.step(at)),
                                    told.cancellation()),
                    undone -> {
                        show(result, false);
                        find();
                    }));
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
