package dev.partywall.ui.browse;

import dev.partywall.connect.Table;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.CodeBox;
import dev.partywall.ui.part.Empty;
import dev.partywall.ui.part.Values;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One value in full. */
public final class CellViewer extends VBox {
    private final Label column = new Label();
    private final Label type = new Label();
    private final StackPane place = new StackPane();

    public CellViewer() {
        super(8);
        getStyleClass().add("browse-side");
        setMinWidth(180);
        column.getStyleClass().add("section");
        type.getStyleClass().add("caption");
        setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(column, type, place);
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
