package dev.partywall.ui.backfill;

import dev.partywall.access.Inspection;
import dev.partywall.backfill.Gap;
import dev.partywall.backfill.JournalState;
import dev.partywall.backfill.Plan;
import dev.partywall.catalog.RelationName;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Fxml;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Page;
import dev.partywall.ui.Texts;
import dev.partywall.ui.Trouble;
import dev.partywall.ui.part.Empty;
import dev.partywall.ui.part.Shown;
import java.util.Comparator;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The wizard: find, decide, preview, run, verify. One step is in front, and each says what it changes: only Run does. */
public final class BackfillController implements Page {
    private final Desk desk;
    private final Engine engine;
    private final Draft draft = new Draft();
    private final Running running;
    private final Lane finding;
    private final Lane looking;
    private final Lane planning;
    private final FindPane find;
    private final DecidePane decide;
    private final PreviewPane preview;
    private final RunPane run;
    private final VerifyPane verify;
    private final PastRuns pastRuns;
    private final Parent view;
    private Step front = Step.FIND;
    private List<RelationName> done = List.of();
    private @Nullable Inspection known;

    @FXML
    private Label subtitle;

    @FXML
    private Stepper stepper;

    @FXML
    private VBox past;

    @FXML
    private StackPane body;

    @FXML
    private Label refusal;

    @FXML
    private Label hint;

    @FXML
    private Button back;

    @FXML
    private Button load;

    @FXML
    private Button save;

    @FXML
    private Button next;

    public BackfillController(Desk desk) {
        this.desk = desk;
        this.engine = new Engine(desk);
        this.running = new Running(desk, engine);
        this.finding = desk.work().lane();
        this.looking = desk.work().lane();
        this.planning = desk.work().lane();
        this.find = new FindPane(draft);
        this.decide = new DecidePane(desk, engine, draft);
        this.preview = new PreviewPane(desk, engine, draft);
        this.run = new RunPane(desk, draft, running, this::ran);
        this.verify = new VerifyPane(desk, engine, () -> desk.reread(this::open));
        this.pastRuns = new PastRuns(this::resume, this::undo);
        this.view = Fxml.load("backfill", this);
        wire();
    }

    private void wire() {
        past.getChildren().setAll(pastRuns);
        stepper.onGo(this::go);
        back.setOnAction(event -> goBack());
        next.setOnAction(event -> forward());
        load.setOnAction(event -> PlanFiles.load(desk, view.getScene().getWindow(), this::loaded));
        save.setOnAction(event -> draft.plan()
                .ifPresent(plan -> PlanFiles.save(desk, view.getScene().getWindow(), plan)));
        draft.onChange(this::update);
        running.busy().subscribe(busy -> update());
        planning.busyProperty().subscribe(busy -> update());
        go(Step.FIND);
    }

    @Override
    public Parent root() {
        return view;
    }

    @Override
    public void open() {
        if (!desk.link().hasBypass()) {
            closed();
        } else if (known != desk.found()) {
            known = desk.found();
            find();
        }
    }

    /** Without a bypass role there is nothing to do here, and it says so. */
    private void closed() {
        subtitle.setText(Texts.say("backfill.nobypass"));
        body.getChildren()
                .setAll(new Empty(Feather.LOCK, Texts.say("backfill.nobypass"), Texts.say("backfill.nobypass.text")));
        List.<Node>of(stepper, back, next, load, save, hint).forEach(part -> Shown.set(part, false));
    }

    @Override
    public void refresh() {
        desk.reread(this::open);
    }

    /** Esc: what only reads is cancelled; a run is stopped by its own button alone. */
    @Override
    public void stop() {
        finding.cancel();
        planning.cancel();
        decide.stop();
        preview.stop();
        verify.stop();
    }

    private void find() {
        subtitle.setText(Texts.say("backfill.finding"));
        finding.start(
                Texts.say("backfill.finding"), told -> engine.reading(told).gaps(), this::found);
        look();
    }

    /** Journals of this database: one that is unfinished is offered to be gone on with. */
    private void look() {
        looking.start(
                Texts.say("backfill.looking"), told -> engine.reading(told).journals(engine.journals()), this::looked);
    }

    private void looked(List<JournalState> states) {
        pastRuns.show(states);
        update();
    }

    private void found(List<Gap> all) {
        List<Gap> open = all.stream()
                .filter(Gap::isOpen)
                .sorted(Comparator.comparingLong(Gap::withoutTenant).reversed())
                .toList();
        long tables = open.stream().filter(gap -> gap.withoutTenant() > 0).count();
        long rows = open.stream().mapToLong(Gap::withoutTenant).sum();
        subtitle.setText(rows == 0 ? Texts.say("backfill.none") : Texts.say("backfill.subtitle", rows, tables));
        draft.found(open);
        find.show(open);
    }

    private void go(Step step) {
        front = step;
        body.getChildren().setAll(pane(step));
        refuse(null);
        switch (step) {
            case DECIDE -> decide.open();
            case PREVIEW -> plan();
            case VERIFY -> verify.verify(done);
            case FIND, RUN -> {}
        }
        update();
    }

    private Node pane(Step step) {
        return switch (step) {
            case FIND -> find;
            case DECIDE -> decide;
            case PREVIEW -> preview;
            case RUN -> run;
            case VERIFY -> verify;
        };
    }

    /** Whether a step has something to show. */
    private boolean reachable(Step step) {
        if (running.busy().get()) {
            return step == Step.RUN;
        }
        return switch (step) {
            case FIND -> true;
            case DECIDE -> !draft.chosen().isEmpty();
            case PREVIEW -> draft.plan().isPresent() || draft.decided();
            case RUN -> draft.plan().isPresent() || run.isOver();
            case VERIFY -> !done.isEmpty();
        };
    }

    private void update() {
        stepper.show(front, this::reachable);
        Step following = front.next();
        hint.setText(
                front == Step.DECIDE && draft.undecided() > 0
                        ? Texts.say("backfill.undecided.left", draft.undecided())
                        : front.sentence());
        next.setText(Texts.say("backfill.next." + front.key()));
        next.setDisable(front == following || !reachable(following) || planning.isBusy());
        Shown.set(next, front != Step.VERIFY);
        Shown.set(back, front != Step.FIND);
        back.setDisable(running.busy().get());
        Shown.set(load, front == Step.FIND);
        Shown.set(save, front == Step.PREVIEW && draft.plan().isPresent());
        Shown.set(
                past,
                front == Step.FIND && pastRuns.isVisible() && !running.busy().get());
    }

    private void forward() {
        if (reachable(front.next())) {
            go(front.next());
        }
    }

    /** To the nearest step before this one that has something to show. */
    private void goBack() {
        Step step = front.previous();
        while (!reachable(step)) {
            step = step.previous();
        }
        go(step);
    }

    /** Only what was decided since is planned anew. */
    private void plan() {
        if (draft.plan().isEmpty()) {
            planning.start(
                    Texts.say("backfill.planning"),
                    told -> engine.reading(told).plan(draft.assignments()),
                    made -> draft.planned(preview.paced(made)),
                    this::unplannable);
        }
    }

    /** A cycle of tables, say: the person has to decide otherwise. */
    private void unplannable(Trouble trouble) {
        go(Step.DECIDE);
        refuse(trouble);
    }

    private void refuse(@Nullable Trouble trouble) {
        refusal.setText(trouble == null ? "" : trouble.message() + " " + trouble.nextStep());
        Shown.set(refusal, trouble != null);
    }

    private void loaded(Plan plan) {
        preview.take(plan);
        go(Step.PREVIEW);
    }

    private void resume(JournalState past) {
        go(Step.RUN);
        run.resume(past);
    }

    private void undo(JournalState past) {
        go(Step.RUN);
        run.undo(past);
    }

    /** A run or its undoing came to an end: the figures and the journals are others now. */
    private void ran() {
        done = run.tables();
        desk.reread(this::open);
        update();
    }
}
