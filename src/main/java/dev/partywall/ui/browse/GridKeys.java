package dev.partywall.ui.browse;

import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys that go to the ends and to a key; the buttons below the rows do the same. */
final class GridKeys {
    private static final KeyCombination FIRST = new KeyCodeCombination(KeyCode.HOME, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination LAST = new KeyCodeCombination(KeyCode.END, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination KEY = new KeyCodeCombination(KeyCode.G, KeyCombination.SHORTCUT_DOWN);

    private GridKeys() {}

    static void install(Grid grid, PositionBar position) {
        for (TableView<GridRow> table : List.of(grid.view(), grid.pinnedView())) {
            table.addEventFilter(KeyEvent.KEY_PRESSED, event -> typed(event, position));
        }
    }

    private static void typed(KeyEvent event, PositionBar position) {
        if (FIRST.match(event)) {
            position.first().fire();
        } else if (LAST.match(event)) {
            position.last().fire();
        } else if (KEY.match(event)) {
            position.jump().fire();
        } else {
            return;
        }
        event.consume();
    }
}
