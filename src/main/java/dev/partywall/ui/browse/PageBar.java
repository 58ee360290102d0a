package dev.partywall.ui.browse;

import dev.partywall.browse.RowClass;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Below the rows: how a comparison classed them, which page this is, and the way to the others. */
public final class PageBar extends HBox {
    private final HBox classes = new HBox(6);
    private final Label position = new Label();
    private final Button first = button(Feather.CHEVRONS_LEFT, "browse.first");
    private final Button previous = button(Feather.CHEVRON_LEFT, "browse.previous");
    private final Button next = button(Feather.CHEVRON_RIGHT, "browse.next");

    public PageBar() {
        super(6);
        setAlignment(Pos.CENTER_LEFT);
        classes.setAlignment(Pos.CENTER_LEFT);
        position.getStyleClass().add("caption");
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(classes, gap, position, first, previous, next);
    }

    private static Button button(Ikon icon, String key) {
        Button button = new Button(null, Icons.of(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setAccessibleText(Texts.say(key));
        button.setTooltip(new Tooltip(Texts.say(key)));
        return button;
    }

    void onTurn(Consumer<Asked> toFirst, Consumer<Asked> back, Consumer<Asked> on, Consumer<Consumer<Asked>> turn) {
        first.setOnAction(event -> turn.accept(toFirst));
        previous.setOnAction(event -> turn.accept(back));
        next.setOnAction(event -> turn.accept(on));
    }

    void show(Asked now, Seen page) {
        position.setText(
                Texts.say("browse.position", now.page(), page.table().rows().size()));
        first.setDisable(now.page() == 1);
        previous.setDisable(now.page() == 1);
        next.setDisable(page.next() == null);
        classes.getChildren().clear();
        if (!page.classes().isEmpty()) {
            for (RowClass rowClass : RowClass.values()) {
                long number = page.classes().stream().filter(rowClass::equals).count();
                classes.getChildren().add(ClassCell.badge(rowClass, number));
            }
        }
    }

    void nothing() {
        position.setText("");
        classes.getChildren().clear();
        List.of(first, previous, next).forEach(button -> button.setDisable(true));
    }
}
