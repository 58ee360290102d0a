package dev.partywall.ui.advisor;

import dev.partywall.advisor.Finding;
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
import org.jspecify.annotations.Nullable;
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
        setDisable(!empty && isHeading(line));
        String tip = empty ? null : tip(line);
        setTooltip(tip == null ? null : new Tooltip(tip));
    }

    private static boolean isHeading(FindingLine line) {
        return line instanceof FindingLine.Heading
                || line instanceof FindingLine.SuppressedHeading
                || line instanceof FindingLine.ClearHeading;
    }

    private static @Nullable String tip(FindingLine line) {
        return switch (line) {
            case FindingLine.Of of -> of.finding().title();
            case FindingLine.Suppressed suppressed ->
                suppressed.accepted().finding().title();
            case FindingLine.Clear clear -> clear.family().clear();
            default -> null;
        };
    }

    private static Node draw(FindingLine line) {
        return switch (line) {
            case FindingLine.Heading heading -> heading(heading.family().heading(), heading.count());
            case FindingLine.SuppressedHeading heading -> heading(Texts.say("advisor.suppressed"), heading.count());
            case FindingLine.ClearHeading heading -> heading(Texts.say("advisor.clear"));
            case FindingLine.Of of -> finding(of.finding());
            case FindingLine.Suppressed suppressed ->
                row(
                        Icons.of(Feather.EYE_OFF, "icon-plain"),
                        suppressed.accepted().finding().title(),
                        suppressed.accepted().by().words());
            case FindingLine.Clear clear ->
                row(Icons.of(Feather.CHECK_CIRCLE, "icon-good"), clear.family().clear(), null);
            case FindingLine.Broken broken ->
                row(
                        Icons.of(Feather.ALERT_TRIANGLE, "icon-warn"),
                        Texts.say("advisor.broken"),
                        broken.failed().id());
        };
    }

    private static Node heading(String words, int count) {
        return heading(Texts.say("advisor.heading", words, count));
    }

    private static Node heading(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("group-heading");
        return label;
    }

    private static Node finding(Finding finding) {
        return row(
                Icons.of(States.icon(finding.severity()), "icon-" + States.tone(finding.severity())),
                finding.title(),
                Texts.say(
                        "advisor.line",
                        Texts.say("severity." + finding.severity().word()),
                        finding.id()));
    }

    private static Node row(Node icon, String title, @Nullable String below) {
        VBox words = new VBox(new Label(title));
        words.setMinWidth(0);
        if (below != null) {
            Label word = new Label(below);
            word.getStyleClass().addAll("caption");
            words.getChildren().add(word);
        }
        HBox box = new HBox(10, icon, words);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
