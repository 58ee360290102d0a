package dev.partywall.ui.browse;

import dev.partywall.ui.Texts;
import dev.partywall.ui.part.CodeBox;
import dev.partywall.ui.part.Empty;
import dev.partywall.ui.part.ValueKind;
import dev.partywall.ui.part.Values;
import dev.partywall.ui.part.Words;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One value in full, in the form that suits its type. */
final class CellViewer extends VBox {
    private final Label column = new Label();
    private final Label type = Words.text("", "caption");
    private final StackPane place = new StackPane();

    CellViewer() {
        super(8);
        getStyleClass().add("side-page");
        column.getStyleClass().add("section");
        setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(column, type, place);
        nothing();
    }

    void nothing() {
        column.setText("");
        type.setText("");
        place.getChildren().setAll(new Empty(Feather.MAXIMIZE_2, Texts.say("cell.none"), Texts.say("cell.none.text")));
    }

    void show(Field field, @Nullable String value) {
        column.setText(field.name());
        if (value == null) {
            type.setText(field.type());
            place.getChildren().setAll(new Empty(Feather.SLASH, Texts.say("value.null"), Texts.say("cell.null")));
        } else if (value.isEmpty()) {
            type.setText(field.type());
            place.getChildren().setAll(new Empty(Feather.TYPE, Texts.say("value.empty"), Texts.say("cell.empty")));
        } else {
            type.setText(size(field, value));
            place.getChildren().setAll(body(field.kind(), value));
        }
    }

    private static String size(Field field, String value) {
        return field.kind() == ValueKind.BYTES
                ? Texts.say("cell.bytes", field.type(), HexText.length(value))
                : Texts.say("cell.type", field.type(), value.length());
    }

    private static Node body(ValueKind kind, String value) {
        return switch (kind) {
            case JSON -> json(value);
            case BYTES -> code(HexText.of(value));
            case ARRAY -> code(ArrayItems.of(value).map(CellViewer::numbered).orElse(value));
            default -> code(value);
        };
    }

    /** What opens and closes above, the text below. */
    private static Node json(String value) {
        CodeBox text = code(Values.pretty("json", value));
        Optional<TreeView<String>> tree = JsonTree.of(value);
        if (tree.isEmpty()) {
            return text;
        }
        SplitPane both = new SplitPane(tree.get(), text);
        both.setOrientation(javafx.geometry.Orientation.VERTICAL);
        both.setDividerPositions(0.5);
        return both;
    }

    private static CodeBox code(String text) {
        CodeBox box = new CodeBox(text);
        box.fill();
        return box;
    }

    private static String numbered(List<@Nullable String> items) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            String item = items.get(i);
            lines.append(i + 1)
                    .append(": ")
                    .append(item == null ? "NULL" : item)
                    .append('\n');
        }
        return lines.toString();
    }
}
