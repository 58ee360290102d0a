package dev.partywall.ui.advisor;

import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.States;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One line of the findings. */
final class FindingCell extends ListCell<FindingLine> {
    FindingCell() {
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(FindingLine line, boolean empty) {
        super.updateItem(line, empty);
        setGraphic(empty ? null : draw(line));
        setDisable(!empty && line instanceof FindingLine.Heading);
        setTooltip(
                !empty && line instanceof FindingLine.Of of
                        ? new Tooltip(of.finding().title())
                        : null);
    }

    private static Node draw(FindingLine line) {
        return switch (line) {
            case FindingLine.Heading heading -> heading(heading);
            case FindingLine.Of of ->
                row(
                        Icons.of(
                                States.icon(of.finding().severity()),
                                "icon-" + States.tone(of.finding().severity())),
                        of.finding().title(),
                        of.finding().id());
            case FindingLine.Broken broken ->
                row(
                        Icons.of(Feather.ALERT_TRIANGLE, "icon-warn"),
                        Texts.say("advisor.broken"),
                        broken.failed().id());
        };
    }

    private static Node heading(FindingLine.Heading heading) {
        Label label = new Label(Texts.say(
                "advisor.chip", Texts.say("severity." + heading.severity().word()), heading.count()));
        label.getStyleClass().add("group-heading");
        return label;
    }

    private static Node row(Node icon, String title, String id) {
        Label head = new Label(title);
        Label word = new Label(id);
        word.getStyleClass().addAll("caption");
        VBox words = new VBox(head, word);
        words.setMinWidth(0);
        HBox box = new HBox(10, icon, words);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
