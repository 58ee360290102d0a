package dev.partywall.ui.browse;

import dev.partywall.catalog.Relation;
import dev.partywall.ui.part.Padlock;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A relation with its padlock, and how much of it the lens sees. */
final class TableLine extends ListCell<Relation> {
    private final Visibility visibility;
    private final StackPane padlock = new StackPane();
    private final Label name = new Label();
    private final Label seen = new Label();
    private final HBox line = new HBox(8, padlock, name, seen);

    TableLine(Visibility visibility) {
        this.visibility = visibility;
        setPrefWidth(0);
        padlock.setMinWidth(16);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        seen.setMinWidth(USE_PREF_SIZE);
        seen.getStyleClass().add("caption");
        line.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable Relation relation, boolean empty) {
        super.updateItem(relation, empty);
        if (empty || relation == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        name.setText(shortName(relation));
        padlock.getChildren().setAll(Padlock.of(relation));
        seen.setText(visibility.words(relation));
        setGraphic(line);
        setAccessibleText(relation.name() + ", " + Padlock.words(relation) + ", " + visibility.sentence(relation));
        setTooltip(
                new Tooltip(relation.name() + "\n" + Padlock.words(relation) + "\n" + visibility.sentence(relation)));
    }

    private static String shortName(Relation relation) {
        return relation.name().schema().equals("public")
                ? relation.name().name()
                : relation.name().toString();
    }
}
