package dev.partywall.ui.part;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Labels of the kinds the screens are written with. */
public final class Words {
    private Words() {}

    /** A paragraph that wraps and is never cut. */
    public static Label text(String text, String... styleClasses) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    public static Label section(String text) {
        return text(text, "section");
    }
}
