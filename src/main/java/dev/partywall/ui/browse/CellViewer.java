package dev.partywall.ui.browse;

import dev.partywall.connect.Table;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.CodeBox;
import dev.partywall.ui.part.Empty;
import dev.partywall.ui.part.Values;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One value in full. */
final class CellViewer {
    private final Label column;
    private final Label type;
    private final StackPane place;

    CellViewer(Label column, Label type, StackPane place) {
        this.column = column;
        this.type = type;
        this.place = place;
        nothing();
    }

    void nothing() {
        column.setText(Texts.say("cell.title"));
        type.setText("");
        place.getChildren().setAll(new Empty(Feather.MAXIMIZE, Texts.say("cell.none"), Texts.say("cell.none.text")));
    }

    void show(Table.Heading heading, @Nullable String value) {
        column.setText(heading.name());
        if (value == null) {
            type.setText(heading.type());
            place.getChildren().setAll(new Empty(Feather.SLASH, Texts.say("value.null"), Texts.say("cell.null")));
        } else if (value.isEmpty()) {
            type.setText(heading.type());
            place.getChildren().setAll(new Empty(Feather.TYPE, Texts.say("value.empty"), Texts.say("cell.empty")));
        } else {
            type.setText(Texts.say("cell.type", heading.type(), value.length()));
            CodeBox box = new CodeBox(Values.pretty(heading.type(), value));
            box.fill();
            place.getChildren().setAll(box);
        }
    }
}
