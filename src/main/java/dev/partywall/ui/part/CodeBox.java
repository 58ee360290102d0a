package dev.partywall.ui.part;

import dev.partywall.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** SQL or another exact text: selectable, with a button that copies it. */
public final class CodeBox extends StackPane {
    private final TextArea area = new TextArea();

    public CodeBox() {
        getStyleClass().add("code-box");
        area.setEditable(false);
        area.getStyleClass().addAll("mono", "code-area");
        area.setWrapText(true);
        area.setMinWidth(0);
        area.setPrefColumnCount(12);
        setMinWidth(0);
        area.setAccessibleText(Texts.say("code.accessible"));
        Button copy = new Button(null, Icons.of(Feather.COPY));
        copy.getStyleClass().addAll("flat", "button-icon", "small");
        copy.setTooltip(new Tooltip(Texts.say("code.copy")));
        copy.setAccessibleText(Texts.say("code.copy"));
        copy.setOnAction(event -> Clip.copy(area.getText()));
        setAlignment(copy, Pos.TOP_RIGHT);
        getChildren().addAll(area, copy);
    }

    public CodeBox(String text) {
        this();
        setText(text);
    }

    /** Shows the text in as many lines as it has, up to 14; more scroll. */
    public void setText(String text) {
        area.setText(text);
        long lines = text.lines().mapToLong(line -> 1 + line.length() / 36).sum();
        area.setPrefRowCount((int) Math.clamp(lines, 2, 14));
    }

    /** Takes all the height there is instead of as many lines as the text has. */
    public void fill() {
        area.setMaxHeight(Double.MAX_VALUE);
        area.setPrefRowCount(40);
    }

    public String getText() {
        return area.getText();
    }
}
