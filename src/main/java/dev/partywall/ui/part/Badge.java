package dev.partywall.ui.part;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;

/** A word in a coloured pill. Its tone is one of good, bad, warn, info, plain: colours come from the style sheets. */
public final class Badge extends Label {
    public Badge(String text, String tone) {
        super(text);
        getStyleClass().addAll("badge", "tone-" + tone);
        setMinWidth(USE_PREF_SIZE);
    }

    public Badge(Ikon ikon, String text, String tone) {
        this(text, tone);
        setGraphic(Icons.of(ikon));
    }

    public Badge tip(String explanation) {
        setTooltip(new Tooltip(explanation));
        return this;
    }
}
