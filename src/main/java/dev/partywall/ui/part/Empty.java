package dev.partywall.ui.part;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;

/** Says why nothing is here, and what to do. */
public final class Empty extends VBox {
    public Empty(Ikon ikon, String title, String explanation, Node... actions) {
        super(8);
        getStyleClass().add("empty");
        setAlignment(Pos.CENTER);
        Label head = new Label(title);
        head.getStyleClass().add("empty-title");
        head.setWrapText(true);
        Label text = new Label(explanation);
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        text.setMaxWidth(440);
        text.setTextAlignment(TextAlignment.CENTER);
        head.setTextAlignment(TextAlignment.CENTER);
        getChildren().addAll(Icons.of(ikon, "empty-icon"), head, text);
        getChildren().addAll(actions);
    }
}
