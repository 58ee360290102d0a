package dev.partywall.ui.backfill;

import dev.partywall.backfill.Agreement;
import dev.partywall.backfill.Outcome;
import dev.partywall.backfill.SetAside;
import dev.partywall.backfill.UndoOutcome;
import dev.partywall.ui.Texts;
import dev.partywall.ui.Trouble;
import dev.partywall.ui.part.Card;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.Shown;
import dev.partywall.ui.part.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What a run came to: rows done, rows left and why, rows set aside with their errors; how to go on, and the way back. */
final class ResultPane extends Card {
    private final Label title = Words.section("");
    private final VBox lines = new VBox(8);
    private final Button resume = new Button(Texts.say("backfill.resume"), Icons.of(Feather.PLAY));
    private final Button undo = new Button(Texts.say("backfill.undo"), Icons.of(Feather.ROTATE_CCW));
    private @Nullable Path journal;

    ResultPane(Consumer<Path> goOn, Consumer<Path> takeBack) {
        setId("result");
        resume.setId("resume");
        undo.setId("undo");
        resume.setOnAction(event -> onJournal(goOn));
        undo.setOnAction(event -> onJournal(takeBack));
        getChildren().addAll(title, lines, new HBox(8, resume, undo));
    }

    private void onJournal(Consumer<Path> action) {
        Path file = journal;
        if (file != null) {
            action.accept(file);
        }
    }

    private void show(String text, boolean good, @Nullable Path file, boolean canResume, boolean canUndo) {
        title.setText(text);
        title.getStyleClass().removeAll("good", "warn");
        title.getStyleClass().add(good ? "good" : "warn");
        journal = file;
        lines.getChildren().clear();
        Shown.set(resume, canResume);
        Shown.set(undo, canUndo);
    }

    void show(Outcome outcome) {
        show(RunText.title(outcome), outcome.complete(), outcome.journal(), !outcome.complete(), outcome.set() > 0);
        for (Outcome.Table table : outcome.tables()) {
            lines.getChildren().add(Words.text(Texts.say("backfill.result", table.table(), table.set())));
            table.left().forEach((agreement, rows) -> left(agreement, rows));
            line("backfill.unplanned", table.unplanned());
            line("backfill.held", table.held());
            asides(table.aside());
        }
        file(outcome.journal());
    }

    void show(UndoOutcome outcome) {
        boolean again =
                outcome.stopped() || outcome.held() > 0 || !outcome.aside().isEmpty();
        show(RunText.title(outcome), outcome.complete(), outcome.journal(), false, again);
        outcome.skipped()
                .forEach((reason, rows) ->
                        lines.getChildren().add(Words.text(Texts.say("backfill.agreement", rows, reason.words()))));
        line("backfill.held", outcome.held());
        asides(outcome.aside());
        file(outcome.journal());
    }

    /** It broke off: what was committed stays, and the journal knows it. */
    void show(Trouble trouble, @Nullable Path file) {
        show(Texts.say("backfill.broke"), false, file, file != null, file != null);
        lines.getChildren().addAll(Words.text(trouble.message(), "bad"), Words.text(trouble.nextStep()));
        lines.getChildren()
                .add(Words.text(Texts.say(file == null ? "backfill.broke.before" : "backfill.broke.after"), "muted"));
        file(file);
    }

    private void left(Agreement agreement, long rows) {
        if (agreement.undecided()) {
            lines.getChildren().add(Words.text(Ways.words(agreement, rows), "warn"));
        }
    }

    private void line(String key, long rows) {
        if (rows > 0) {
            lines.getChildren().add(Words.text(Texts.say(key, rows), "warn"));
        }
    }

    private void asides(List<SetAside> aside) {
        if (!aside.isEmpty()) {
            lines.getChildren().add(Words.text(Texts.say("backfill.aside", aside.size()), "bad"));
            lines.getChildren().add(PreviewDetail.asides(aside));
        }
    }

    private void file(@Nullable Path file) {
        if (file != null) {
            lines.getChildren().add(Words.text(Texts.say("backfill.journal", file), "caption"));
        }
    }
}
