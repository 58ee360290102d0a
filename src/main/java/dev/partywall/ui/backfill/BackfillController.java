package dev.partywall.ui.backfill;

import dev.partywall.access.Inspection;
import dev.partywall.backfill.Assignment;
import dev.partywall.backfill.Backfill;
import dev.partywall.backfill.Control;
import dev.partywall.backfill.Gap;
import dev.partywall.backfill.Outcome;
import dev.partywall.backfill.Plan;
import dev.partywall.profile.Environment;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Fxml;
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
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
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
    private DecidePane decide;

    @FXML
    private PlanPane planned;

    @FXML
    private ResultPane result;

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
        decide.wire(desk, proposing, this::preview);
        planned.wire(running, this::execute);
        result.wire(running, this::undo);
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
        long tables = open.stream().filter(gap -> gap.withoutTenant() > 0).count();
        long rows = open.stream().mapToLong(Gap::withoutTenant).sum();
        subtitle.setText(open.isEmpty() ? Texts.say("backfill.none") : Texts.say("backfill.subtitle", rows, tables));
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
            decide.ask(gap);
            proposing.start(
                    Texts.say("backfill.proposing"), told -> engine(told).suggestions(gap.table()), decide::propose);
        }
    }

    private void preview(Assignment way) {
        Gap gap = gaps.getSelectionModel().getSelectedItem();
        if (gap != null) {
            proposing.start(
                    Texts.say("backfill.planning"),
                    told -> engine(told).plan(Map.of(gap.table(), way)),
                    this::showPlan);
        }
    }

    private void showPlan(Plan made) {
        plan = made;
        planned.show(desk, made);
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
                    made,
                    file,
                    Control.of(told.cancellation()),
                    at -> told.tell(at.done(), at.planned(), PlanText.step(at)));
        });
    }

    private boolean confirmed(Plan made) {
        String table = made.tables().getFirst().table().toString();
        return desk.profile().environment() != Environment.PRODUCTION
                || Confirmation.typed(
                        view.getScene().getWindow(), table + " " + made.rows(), Texts.say("backfill.confirm"));
    }

    private void run(Function<Progress, Outcome> call) {
        planned.follow(running.start(Texts.say("backfill.running"), call::apply, this::finished));
    }

    private void finished(Outcome outcome) {
        journal = outcome.journal();
        result.show(outcome);
        show(result, true);
        show(planned, false);
        find();
    }

    private void undo() {
        Path file = journal;
        if (file != null) {
            planned.follow(running.start(
                    Texts.say("backfill.undoing"),
                    told -> engine(told)
                            .undo(
                                    file,
                                    Control.of(told.cancellation()),
                                    at -> told.tell(at.done(), at.planned(), PlanText.step(at))),
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
