package dev.partywall.ui.backfill;

import dev.partywall.backfill.JournalState;
import dev.partywall.backfill.Outcome;
import dev.partywall.backfill.Plan;
import dev.partywall.backfill.Progress;
import dev.partywall.backfill.UndoOutcome;
import dev.partywall.catalog.RelationName;
import dev.partywall.profile.Environment;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Texts;
import dev.partywall.ui.Trouble;
import dev.partywall.ui.part.Card;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.Shown;
import dev.partywall.ui.part.Words;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Carrying it out: what will be done and the button for it, then how far it is, then what came of it. */
final class RunPane extends ScrollPane {
    private final Desk desk;
    private final Draft draft;
    private final Running running;
    private final Runnable ended;
    private final Label what = Words.section("");
    private final Label checked = Words.text("", "muted");
    private final ConfirmPane confirm = new ConfirmPane();
    private final Button execute = new Button(Texts.say("backfill.execute"), Icons.of(Feather.PLAY));
    private final VBox ready = new Card(what, checked, confirm, execute);
    private final VBox underWay;
    private final ResultPane result;
    private List<RelationName> tables = List.of();
    private boolean over;

    /** @param ended called when a run or its undoing came to an end, however it did */
    RunPane(Desk desk, Draft draft, Running running, Runnable ended) {
        this.desk = desk;
        this.draft = draft;
        this.running = running;
        this.ended = ended;
        this.underWay = new UnderWayPane(running);
        this.result = new ResultPane(this::resume, this::undo);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("clear");
        setContent(new VBox(12, underWay, result, ready));
        execute.setId("execute");
        execute.getStyleClass().add("danger");
        execute.setOnAction(event -> execute());
        ready.setId("ready");
        confirm.onChange(this::enable);
        draft.onChange(this::planned);
        running.busy().subscribe(busy -> show());
        Shown.set(result, false);
        planned();
    }

    private void planned() {
        draft.plan().ifPresent(this::ask);
        show();
    }

    private void ask(Plan plan) {
        over = false;
        Shown.set(result, false);
        what.setText(Texts.say("backfill.will", PlanText.summary(plan)));
        checked.setText(draft.rehearsal().map(PlanText::verdict).orElse(Texts.say("backfill.unrehearsed")));
        checked.getStyleClass().removeAll("good", "bad", "muted");
        checked.getStyleClass()
                .add(draft.rehearsal()
                        .map(made -> made.clean() ? "good" : "bad")
                        .orElse("bad"));
        confirm.ask(plan, desk.profile().environment() == Environment.PRODUCTION);
        enable();
    }

    private void enable() {
        execute.setDisable(!confirm.confirmed());
    }

    private void show() {
        boolean busy = running.busy().get();
        Shown.set(underWay, busy);
        Shown.set(ready, !busy && !over && draft.plan().isPresent());
    }

    private void execute() {
        Plan plan = draft.plan().orElseThrow();
        begin(plan.tables().stream().map(Plan.Table::table).toList());
        running.execute(plan.confirmed(confirm.deletions()), this::finished, this::broke);
    }

    void resume(JournalState past) {
        begin(past.tables());
        running.resume(past.file(), this::finished, trouble -> broke(trouble, past.file()));
    }

    void undo(JournalState past) {
        begin(past.tables());
        running.undo(past.file(), this::undone, trouble -> broke(trouble, past.file()));
    }

    private void resume(Path journal) {
        begin(tables);
        running.resume(journal, this::finished, trouble -> broke(trouble, journal));
    }

    private void undo(Path journal) {
        begin(tables);
        running.undo(journal, this::undone, trouble -> broke(trouble, journal));
    }

    private void begin(List<RelationName> about) {
        tables = about;
        over = true;
        Shown.set(result, false);
    }

    private void finished(Outcome outcome) {
        result.show(outcome);
        end();
    }

    private void undone(UndoOutcome outcome) {
        result.show(outcome);
        end();
    }

    private void broke(Trouble trouble) {
        Progress at = running.at().get();
        broke(trouble, at == null ? null : at.journal());
    }

    private void broke(Trouble trouble, @Nullable Path journal) {
        result.show(trouble, journal);
        end();
    }

    private void end() {
        Shown.set(result, true);
        show();
        ended.run();
    }

    /** Whether something ran here: its tables can be verified. */
    boolean isOver() {
        return over;
    }

    /** The tables of what ran last. */
    List<RelationName> tables() {
        return tables;
    }
}
