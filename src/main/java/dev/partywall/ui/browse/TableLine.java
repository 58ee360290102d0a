package dev.partywall.ui.browse;

import dev.partywall.catalog.Relation;
import dev.partywall.ui.part.Padlock;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;

/** A relation with its padlock. */
final class TableLine extends ListCell<Relation> {
    TableLine() {
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Relation relation, boolean empty) {
        super.updateItem(relation, empty);
        setText(empty ? null : shortName(relation));
        setGraphic(empty ? null : Padlock.of(relation));
        setTooltip(empty ? null : new Tooltip(relation.name() + "\n" + Padlock.words(relation)));
    }

    private static String shortName(Relation relation) {
        return relation.name().schema().equals("public")
                ? relation.name().name()
                : relation.name().toString();
    }
}
