package dev.partywall.ui.advisor;

import dev.partywall.advisor.Finding;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Asks for what a reviewer will want to know of a suppression: reason, author, last day. */
final class SuppressForm extends TitledPane {
    private static final int DAYS = 90;

    private final TextField reason = new TextField();
    private final TextField author = new TextField(System.getProperty("user.name"));
    private final DatePicker expires =
            new DatePicker(LocalDate.now(ZoneId.systemDefault()).plusDays(DAYS));
    private final Button suppress = new Button(Texts.say("suppress.do"), Icons.of(Feather.EYE_OFF));

    SuppressForm(Desk desk, Finding finding) {
        setText(Texts.say("suppress.title"));
        setId("suppressForm");
        setExpanded(false);
        setAnimated(false);
        setMinWidth(0);
        reason.setId("suppressReason");
        reason.setPromptText(Texts.say("suppress.reason.prompt"));
        author.setId("suppressAuthor");
        expires.setId("suppressExpires");
        suppress.setId("suppressDo");
        suppress.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        this::isIncomplete, reason.textProperty(), author.textProperty(), expires.valueProperty()));
        suppress.setOnAction(
                event -> desk.suppressions().suppress(finding, reason.getText(), author.getText(), expires.getValue()));
        setContent(new VBox(
                10,
                Words.text(Texts.say("suppress.text"), "muted"),
                fields(),
                suppress,
                Words.text(Texts.say("suppress.file", desk.suppressions().file()), "caption")));
    }

    private boolean isIncomplete() {
        LocalDate day = expires.getValue();
        return reason.getText().isBlank()
                || author.getText().isBlank()
                || day == null
                || day.isBefore(LocalDate.now(ZoneId.systemDefault()));
    }

    private GridPane fields() {
        GridPane grid = new GridPane(10, 8);
        row(grid, 0, "suppress.reason", reason);
        row(grid, 1, "suppress.author", author);
        row(grid, 2, "suppress.expires", expires);
        return grid;
    }

    private static void row(GridPane grid, int number, String key, javafx.scene.control.Control field) {
        Label label = new Label(Texts.say(key));
        label.setMinWidth(Label.USE_PREF_SIZE);
        label.setLabelFor(field);
        field.setAccessibleText(Texts.say(key));
        grid.addRow(number, label, field);
        GridPane.setHgrow(field, Priority.ALWAYS);
    }
}
