package dev.partywall.ui.part;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** A framed group. */
public class Card extends VBox {
    public Card(Node... parts) {
        super(parts);
        getStyleClass().add("card");
        setMinWidth(0);
    }
}
