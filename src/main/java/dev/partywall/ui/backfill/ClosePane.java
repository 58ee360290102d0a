package dev.partywall.ui.backfill;

import dev.partywall.backfill.ClosingResult;
import dev.partywall.backfill.ClosingStep;
import dev.partywall.backfill.Control;
import dev.partywall.backfill.Verification;
import dev.partywall.catalog.RelationName;
import dev.partywall.profile.Environment;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.CodeBox;
import dev.partywall.ui.part.Confirmation;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One table after its back-fill: what is still wrong with it, and the steps that close the door, taken on request. */
final class ClosePane extends VBox {
    private final Desk desk;
    private final Engine engine;
    private final Runnable closed;
    private final Lane reading;
    private final Lane closing;
    private final VBox troubles = new VBox(6);
    private final VBox steps = new VBox(8);
    private final CodeBox sql = new CodeBox();
    private final Button close = new Button(Texts.say("backfill.close"), Icons.of(Feather.LOCK));
    private @Nullable RelationName table;

    ClosePane(Desk desk, Engine engine, Runnable closed) {
        super(10);
        this.desk = desk;
        this.engine = engine;
        this.closed = closed;
        this.reading = desk.work().lane();
        this.closing = desk.work().lane();
        getStyleClass().add("detail");
        setMinWidth(0);
        close.setId("close");
        close.setOnAction(event -> close());
        steps.setId("closingSteps");
    }

    void stop() {
        reading.cancel();
        closing.cancel();
    }

    void show(@Nullable Verification verification) {
        getChildren().clear();
        if (verification == null) {
            return;
        }
        table = verification.table();
        troubles.getChildren().clear();
        verification.crossing().forEach((key, rows) -> trouble(Texts.say("backfill.crosses", rows, key)));
        verification.hidden().forEach(this::trouble);
        getChildren().addAll(Words.section(verification.table().toString()), troubles);
        steps.getChildren().setAll(Words.text(Texts.say("backfill.closing.reading"), "muted"));
        getChildren().addAll(Words.text(Texts.say("backfill.closing"), "group-heading"), steps);
        RelationName about = verification.table();
        reading.start(
                Texts.say("backfill.closing.reading"),
                told -> engine.reading(told).closing(about),
                this::steps);
    }

    private void trouble(String sentence) {
        troubles.getChildren().add(Words.text(sentence, "bad"));
    }

    private void steps(List<ClosingStep> found) {
        steps.getChildren().setAll(found.stream().map(ClosePane::waiting).toList());
        if (found.isEmpty()) {
            steps.getChildren().setAll(Words.text(Texts.say("backfill.closed"), "good"));
            return;
        }
        sql.setText(found.stream().map(step -> step.sql() + ";").collect(Collectors.joining("\n")));
        close.disableProperty().bind(closing.busyProperty());
        getChildren().addAll(sql, close, Words.text(Texts.say("backfill.close.text"), "caption"));
    }

    private static Node waiting(ClosingStep step) {
        return line(Feather.CIRCLE, "plain", step.kind().words(), null);
    }

    private static Node line(Feather icon, String tone, String words, @Nullable String error) {
        Label label = Words.text(words);
        VBox text = new VBox(2, label);
        if (error != null) {
            text.getChildren().add(Words.text(error, "bad"));
        }
        return new HBox(8, Icons.of(icon, "icon-" + tone), text);
    }

    private static Node taken(ClosingResult result) {
        String words = result.step().kind().words();
        return switch (result.fate()) {
            case DONE -> line(Feather.CHECK, "good", words, null);
            case REFUSED -> line(Feather.X, "bad", words, result.error());
            case SKIPPED -> line(Feather.MINUS, "warn", words, result.error());
        };
    }

    private void close() {
        RelationName about = table;
        if (about == null || !confirmed(about)) {
            return;
        }
        steps.getChildren().clear();
        Consumer<ClosingResult> feed = desk.work().feed(this::took);
        closing.start(
                Texts.say("backfill.closing.job", about),
                told -> engine.writing(told).close(about, Control.of(told.cancellation()), feed),
                all -> closed.run());
    }

    private void took(List<ClosingResult> bundle) {
        steps.getChildren().addAll(bundle.stream().map(ClosePane::taken).toList());
    }

    private boolean confirmed(RelationName about) {
        return desk.profile().environment() != Environment.PRODUCTION
                || Confirmation.typed(getScene().getWindow(), about.toString(), Texts.say("backfill.close.confirm"));
    }
}
