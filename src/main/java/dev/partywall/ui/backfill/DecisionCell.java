package dev.partywall.ui.backfill;

import dev.partywall.backfill.Gap;
import dev.partywall.backfill.Proposal;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Badge;
import dev.partywall.ui.part.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A table, its rows without a tenant, and what was decided about them. */
final class DecisionCell extends ListCell<Gap> {
    private final Draft draft;

    DecisionCell(Draft draft) {
        this.draft = draft;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Gap gap, boolean empty) {
        super.updateItem(gap, empty);
        setGraphic(empty || gap == null ? null : line(gap));
    }

    private HBox line(Gap gap) {
        Label name = new Label(gap.table().toString());
        name.getStyleClass().add("strong");
        Decision decision = draft.decision(gap.table()).orElse(null);
        Label said = new Label(words(decision));
        said.getStyleClass().add("caption");
        VBox words = new VBox(2, name, said);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(10, Icons.of(icon(decision), "icon-" + tone(decision)), words, rows(gap));
        line.setAlignment(Pos.CENTER_LEFT);
        setAccessibleText(gap.table() + ", " + said.getText());
        return line;
    }

    private static Badge rows(Gap gap) {
        return new Badge(Texts.say("backfill.number", gap.withoutTenant()), "plain");
    }

    private static String words(@Nullable Decision decision) {
        return switch (decision) {
            case null -> Texts.say("backfill.undecided");
            case Decision.Leave leave -> Texts.say("backfill.leave");
            case Decision.Take take -> words(take.proposal());
        };
    }

    private static String words(Proposal way) {
        String sentence = Ways.sentence(way.assignment());
        return way.left() == 0 ? sentence : Texts.say("backfill.decided.left", sentence, way.left());
    }

    private static Feather icon(@Nullable Decision decision) {
        return switch (decision) {
            case null -> Feather.HELP_CIRCLE;
            case Decision.Leave leave -> Feather.MINUS;
            case Decision.Take take -> Feather.CHECK;
        };
    }

    private static String tone(@Nullable Decision decision) {
        return switch (decision) {
            case null -> "warn";
            case Decision.Leave leave -> "plain";
            case Decision.Take take -> take.proposal().left() > 0 ? "warn" : "good";
        };
    }
}
