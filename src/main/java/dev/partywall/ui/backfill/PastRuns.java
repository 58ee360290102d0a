package dev.partywall.ui.backfill;

import dev.partywall.backfill.JournalState;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Badge;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.Shown;
import dev.partywall.ui.part.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Back-fills of this database that have a journal: the unfinished in front, to be gone on with or undone. */
final class PastRuns extends VBox {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    private final Consumer<JournalState> resume;
    private final Consumer<JournalState> undo;
    private final TitledPane earlier = new TitledPane();

    PastRuns(Consumer<JournalState> resume, Consumer<JournalState> undo) {
        super(8);
        this.resume = resume;
        this.undo = undo;
        setId("pastRuns");
        earlier.setExpanded(false);
        earlier.setText(Texts.say("backfill.earlier"));
        Shown.set(this, false);
    }

    void show(List<JournalState> all) {
        getChildren().clear();
        all.stream().filter(JournalState::unfinished).map(this::unfinished).forEach(getChildren()::add);
        List<HBox> finished = all.stream()
                .filter(state -> !state.unfinished())
                .map(this::line)
                .toList();
        if (!finished.isEmpty()) {
            earlier.setContent(new VBox(6, finished.toArray(HBox[]::new)));
            getChildren().add(earlier);
        }
        Shown.set(this, !getChildren().isEmpty());
    }

    private HBox unfinished(JournalState state) {
        HBox line = line(state);
        line.getStyleClass().add("unfinished");
        return line;
    }

    private HBox line(JournalState state) {
        String word = state.state().name().toLowerCase(Locale.ROOT);
        Badge badge = new Badge(Texts.say("journal." + word), state.unfinished() ? "warn" : "plain");
        VBox words = new VBox(
                2,
                Words.text(Texts.say("journal.rows", tables(state), state.done(), state.planned()), "strong"),
                Words.text(Texts.say("journal.by", WHEN.format(state.startedAt()), state.startedBy()), "caption"));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(10, badge, words, resume(state), undo(state));
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        return line;
    }

    private static String tables(JournalState state) {
        String first = state.tables().getFirst().toString();
        return state.tables().size() == 1
                ? first
                : Texts.say("journal.tables", first, state.tables().size() - 1);
    }

    private Button resume(JournalState state) {
        boolean can = state.unfinished() && state.state() != JournalState.State.UNDOING;
        return button("backfill.resume", "resumePast", Feather.PLAY, can, () -> resume.accept(state));
    }

    private Button undo(JournalState state) {
        boolean can = state.state() != JournalState.State.UNDONE && state.state() != JournalState.State.RUNNING;
        return button("backfill.undo", "undoPast", Feather.ROTATE_CCW, can, () -> undo.accept(state));
    }

    private static Button button(String key, String id, Feather icon, boolean can, Runnable action) {
        Button button = new Button(Texts.say(key), Icons.of(icon));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        Shown.set(button, can);
        return button;
    }
}
