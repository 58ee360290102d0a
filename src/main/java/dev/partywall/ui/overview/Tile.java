package dev.partywall.ui.overview;

import dev.partywall.ui.Desk;
import dev.partywall.ui.Screen;
import dev.partywall.ui.part.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A figure with its meaning, that leads to the screen where it comes from. */
final class Tile extends Button {
    Tile(Desk desk, Screen screen, String figure, String meaning, String tone) {
        getStyleClass().addAll("tile");
        Label number = new Label(figure);
        number.getStyleClass().addAll("figure", tone);
        Label words = new Label(meaning);
        words.getStyleClass().add("muted");
        VBox text = new VBox(2, number, words);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox box = new HBox(8, text, Icons.of(screen.icon(), "icon-plain"));
        box.setAlignment(Pos.TOP_LEFT);
        setGraphic(box);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        text.setMinWidth(0);
        box.minWidthProperty().bind(widthProperty().subtract(34));
        box.maxWidthProperty().bind(box.minWidthProperty());
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setPrefWidth(100);
        HBox.setHgrow(this, Priority.ALWAYS);
        setAccessibleText(figure + " " + meaning);
        setOnAction(event -> desk.go(screen, null));
    }
}
