package dev.partywall.ui.browse;

import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Below the rows: which of how many these are, the way to the ends and to a key, and what to know of their order. */
public final class PositionBar extends VBox {
    private final Label caution = new Label();
    private final Label position = new Label();
    private final Label total = new Label();
    private final Button count = new Button(Texts.say("browse.count"));
    private final Button first = button(Feather.CHEVRONS_UP, "first");
    private final Button last = button(Feather.CHEVRONS_DOWN, "last");
    private final Button jump = button(Feather.CROSSHAIR, "jump");

    public PositionBar() {
        super(4);
        caution.getStyleClass().addAll("caption", "caution");
        caution.setWrapText(true);
        caution.setMinHeight(Region.USE_PREF_SIZE);
        caution.managedProperty().bind(caution.textProperty().isNotEmpty());
        caution.setId("caution");
        position.getStyleClass().add("caption");
        position.setMinWidth(Region.USE_PREF_SIZE);
        position.setId("rows-shown");
        total.getStyleClass().add("caption");
        total.setMinWidth(Region.USE_PREF_SIZE);
        total.setId("total");
        count.getStyleClass().addAll("flat", "small");
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.setId("count");
        count.setTooltip(new Tooltip(Texts.say("browse.count.tip")));
        jump.setId("jump");
        first.setId("first");
        last.setId("last");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, gap, position, total, count, jump, first, last);
        line.getStyleClass().add("position-bar");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(caution, line);
        nothing();
    }

    private static Button button(Ikon icon, String key) {
        Button button = new Button(null, Icons.of(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setAccessibleText(Texts.say("browse.go." + key));
        button.setTooltip(new Tooltip(Texts.say("browse.go." + key + ".tip")));
        return button;
    }

    void on(Runnable toFirst, Runnable toLast, Runnable toKey, Runnable toCount) {
        first.setOnAction(event -> toFirst.run());
        last.setOnAction(event -> toLast.run());
        jump.setOnAction(event -> toKey.run());
        count.setOnAction(event -> toCount.run());
    }

    /** @param number of the first row on the screen, from 1; 0 where nobody knows */
    void show(long number, int rows) {
        position.setText(
                rows == 0
                        ? ""
                        : number > 0
                                ? Texts.say("browse.position", number, number + rows - 1)
                                : Texts.say("browse.position.unknown"));
    }

    void total(String words) {
        total.setText(words);
    }

    void counting(boolean running) {
        count.setText(Texts.say(running ? "browse.count.stop" : "browse.count"));
    }

    void caution(String words) {
        caution.setText(words);
        caution.setGraphic(words.isEmpty() ? null : Icons.of(Feather.ALERT_TRIANGLE, "icon-warn"));
    }

    /** @param keyed whether pages can be turned at all */
    void open(boolean keyed, boolean hasKey) {
        first.setDisable(!keyed);
        last.setDisable(!keyed);
        jump.setDisable(!hasKey);
        count.setDisable(false);
    }

    Button first() {
        return first;
    }

    Button last() {
        return last;
    }

    Button jump() {
        return jump;
    }

    void nothing() {
        position.setText("");
        total.setText("");
        caution("");
        first.setDisable(true);
        last.setDisable(true);
        jump.setDisable(true);
        count.setDisable(true);
    }
}
