package dev.partywall.ui.browse;

import dev.partywall.browse.Filter;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** One condition in force: click it to change it, the cross to drop it. */
final class FilterChip extends HBox {
    private static final int SHOWN = 28;

    FilterChip(Filter filter, Runnable edit, Runnable remove) {
        getStyleClass().add("filter-chip");
        setAlignment(Pos.CENTER_LEFT);
        String words = words(filter);
        Button text = new Button(words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words);
        text.getStyleClass().addAll("flat", "small");
        text.setMnemonicParsing(false);
        text.setMinWidth(USE_PREF_SIZE);
        text.setTooltip(new Tooltip(Texts.say("filter.edit", words)));
        text.setOnAction(event -> edit.run());
        Button cross = new Button(null, Icons.of(Feather.X));
        cross.getStyleClass().addAll("flat", "small", "button-icon");
        cross.setAccessibleText(Texts.say("filter.remove", words));
        cross.setTooltip(new Tooltip(Texts.say("filter.remove", words)));
        cross.setOnAction(event -> remove.run());
        getChildren().addAll(text, cross);
    }

    static String words(Filter filter) {
        String condition = filter.column() + " " + FilterEditor.word(filter.operator());
        return filter.operator().takesValue() ? condition + " " + filter.value() : condition;
    }
}
