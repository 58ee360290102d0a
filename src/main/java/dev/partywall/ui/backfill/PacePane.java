package dev.partywall.ui.backfill;

import dev.partywall.backfill.Plan;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Words;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How carefully a plan goes about: for how long it may lock, when it waits for others, whether triggers fire. */
final class PacePane extends TitledPane {
    private static final long MEGABYTE = 1L << 20;

    private final Draft draft;
    private final Spinner<Integer> lock = new Spinner<>(20, 10_000, Plan.Batches.USUAL.lockMillis(), 50);
    private final Spinner<Integer> lag =
            new Spinner<>(0, 1_000_000, (int) (Plan.Limits.USUAL.lagBytes() / MEGABYTE), 64);
    private final Spinner<Integer> sessions = new Spinner<>(0, 10_000, Plan.Limits.USUAL.activeSessions(), 5);
    private final CheckBox triggers = new CheckBox(Texts.say("backfill.triggers"));
    private boolean showing;

    PacePane(Draft draft) {
        this.draft = draft;
        setText(Texts.say("backfill.pace"));
        setExpanded(false);
        VBox box = new VBox(
                6,
                line("backfill.pace.lock", lock),
                line("backfill.pace.lag", lag),
                line("backfill.pace.sessions", sessions),
                triggers,
                Words.text(Texts.say("backfill.triggers.text"), "caption"));
        setContent(box);
        triggers.setId("triggersOff");
        triggers.setWrapText(true);
        triggers.selectedProperty().addListener((box1, was, is) -> apply());
    }

    private HBox line(String key, Spinner<Integer> spinner) {
        Label label = new Label(Texts.say(key));
        label.setMinWidth(240);
        label.setLabelFor(spinner);
        spinner.setEditable(true);
        spinner.setPrefWidth(110);
        spinner.getEditor().setAccessibleText(Texts.say(key));
        spinner.valueProperty().addListener((value, was, is) -> apply());
        HBox line = new HBox(8, label, spinner);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void apply() {
        if (!showing) {
            draft.plan().map(this::applied).ifPresent(draft::planned);
        }
    }

    void show(Plan plan) {
        showing = true;
        lock.getValueFactory().setValue(plan.batches().lockMillis());
        lag.getValueFactory().setValue((int) (plan.limits().lagBytes() / MEGABYTE));
        sessions.getValueFactory().setValue(plan.limits().activeSessions());
        triggers.setSelected(plan.triggersOff());
        showing = false;
    }

    /** The plan, going about as it is said here. */
    Plan applied(Plan plan) {
        Plan.Batches usual = plan.batches();
        return new Plan(
                plan.schema(),
                plan.createdAt(),
                plan.createdBy(),
                plan.database(),
                new Plan.Batches(lock.getValue(), usual.first(), usual.largest()),
                new Plan.Limits(lag.getValue() * MEGABYTE, sessions.getValue()),
                triggers.isSelected(),
                plan.tables());
    }
}
