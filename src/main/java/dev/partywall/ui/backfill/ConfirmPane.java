package dev.partywall.ui.backfill;

import dev.partywall.backfill.Plan;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/**
 * What a person has to type before a plan is carried out: in production each table and how many of its rows change; and
 * anywhere how many rows are deleted, where some are.
 */
final class ConfirmPane extends VBox {
    private final List<Typed> asked = new ArrayList<>();
    private Runnable listener = () -> {};
    private long deletions;

    private record Typed(TextField field, String wanted) {
        boolean right() {
            return field.getText().strip().equals(wanted);
        }
    }

    ConfirmPane() {
        super(6);
    }

    void onChange(Runnable changed) {
        listener = changed;
    }

    void ask(Plan plan, boolean production) {
        asked.clear();
        getChildren().clear();
        deletions = plan.deletions();
        if (production) {
            getChildren().add(Words.text(Texts.say("backfill.confirm"), "production-word"));
            plan.tables().forEach(table -> type(table.table() + " " + table.rows(), "backfill.confirm.table"));
        }
        if (deletions > 0) {
            getChildren().add(Words.text(Texts.say("backfill.confirm.delete", deletions), "bad"));
            type(String.valueOf(deletions), "backfill.confirm.deletions");
        }
    }

    private void type(String wanted, String key) {
        Label label = Words.text(Texts.say(key, wanted));
        TextField field = new TextField();
        field.getStyleClass().add("confirm-field");
        field.setAccessibleText(label.getText());
        field.setMaxWidth(420);
        field.setPromptText(wanted);
        field.textProperty().addListener((text, was, is) -> listener.run());
        asked.add(new Typed(field, wanted));
        getChildren().addAll(label, field);
    }

    boolean confirmed() {
        return asked.stream().allMatch(Typed::right);
    }

    /** How many rows the person agreed to delete. */
    long deletions() {
        return confirmed() ? deletions : -1;
    }
}
