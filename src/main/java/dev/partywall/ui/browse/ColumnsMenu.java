package dev.partywall.ui.browse;

import dev.partywall.ui.Texts;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Which columns are shown; two hundred of them are searched and scrolled. */
final class ColumnsMenu {
    private final Grid grid;
    private final ContextMenu menu = new ContextMenu();

    ColumnsMenu(Button button, Grid grid) {
        this.grid = grid;
        button.setOnAction(event -> grid.columns().ifPresent(columns -> {
            fill(columns);
            menu.show(button, Side.BOTTOM, 0, 4);
        }));
    }

    private void fill(GridColumns columns) {
        VBox boxes = new VBox(8);
        boxes.getStyleClass().add("columns-menu");
        List<CheckBox> checks =
                columns.names().stream().map(name -> check(columns, name)).toList();
        boxes.getChildren().setAll(checks);
        TextField search = new TextField();
        search.setPromptText(Texts.say("columns.search"));
        search.setAccessibleText(Texts.say("columns.search"));
        search.textProperty()
                .subscribe(typed -> boxes.getChildren()
                        .setAll(checks.stream()
                                .filter(each -> each.getText()
                                        .toLowerCase(Locale.ROOT)
                                        .contains(typed.toLowerCase(Locale.ROOT)))
                                .toList()));
        ScrollPane scroll = new ScrollPane(boxes);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("clear");
        scroll.setPrefHeight(Math.min(320, 16 + 25.0 * checks.size()));
        VBox content = new VBox(8, search, scroll);
        content.setPrefWidth(240);
        CustomMenuItem item = new CustomMenuItem(content, false);
        item.getStyleClass().add("plain-item");
        MenuItem usual = new MenuItem(Texts.say("columns.usual"));
        usual.setOnAction(event -> {
            columns.usual();
            grid.arrange();
        });
        menu.getItems().setAll(item, new SeparatorMenuItem(), usual);
    }

    private CheckBox check(GridColumns columns, String name) {
        CheckBox check = new CheckBox(name);
        check.setMnemonicParsing(false);
        check.setSelected(columns.isShown(name));
        check.setOnAction(event -> {
            columns.show(name, check.isSelected());
            grid.arrange();
        });
        return check;
    }
}
