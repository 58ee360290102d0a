package dev.partywall.ui.browse;

import dev.partywall.browse.Filter;
import dev.partywall.browse.copy.CopyFormat;
import dev.partywall.catalog.Column;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with the chosen cells, by menu and by key. */
final class GridMenu {
    private static final KeyCombination COPY = shortcut(KeyCode.C);
    private static final KeyCombination WHY = shortcut(KeyCode.E);
    private static final KeyCombination FILTER = shortcut(KeyCode.F);
    private static final KeyCombination ONLY = shortcut(KeyCode.F, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination VALUE = new KeyCodeCombination(KeyCode.ENTER);

    private final Grid grid;
    private final SidePanel side;
    private final FilterBar filters;
    private final Supplier<Optional<Asked>> asked;
    private final CopyOut out;

    GridMenu(Grid grid, SidePanel side, FilterBar filters, Supplier<Optional<Asked>> asked) {
        this.grid = grid;
        this.side = side;
        this.filters = filters;
        this.asked = asked;
        this.out = new CopyOut(grid, () -> asked.get().map(Asked::relation).orElse(null));
    }

    private static KeyCombination shortcut(KeyCode code, KeyCombination.Modifier... more) {
        KeyCombination.Modifier[] all = java.util.Arrays.copyOf(more, more.length + 1);
        all[more.length] = KeyCombination.SHORTCUT_DOWN;
        return new KeyCodeCombination(code, all);
    }

    void install() {
        for (TableView<GridRow> table : List.of(grid.view(), grid.pinnedView())) {
            table.addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
            table.setContextMenu(menu());
        }
    }

    private void typed(KeyEvent event) {
        if (COPY.match(event)) {
            out.copy(CopyFormat.TSV);
        } else if (WHY.match(event)) {
            side.explain();
        } else if (ONLY.match(event)) {
            only(Filter.Operator.EQUALS);
        } else if (FILTER.match(event)) {
            filters.add(column().orElse(null));
        } else if (VALUE.match(event)) {
            side.showValue();
        } else {
            return;
        }
        event.consume();
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        menu.getItems()
                .setAll(
                        out.copyItem(),
                        out.menu(),
                        new SeparatorMenuItem(),
                        item(Feather.FILTER, "menu.filter.only", ONLY, () -> only(Filter.Operator.EQUALS)),
                        item(Feather.FILTER, "menu.filter.not", null, () -> only(Filter.Operator.NOT_EQUALS)),
                        item(Feather.FILTER, "menu.filter.more", FILTER, () -> filters.add(column().orElse(null))),
                        new SeparatorMenuItem(),
                        item(Feather.ANCHOR, "menu.pin", null, () -> arrange(this::pin)),
                        item(Feather.EYE_OFF, "menu.hide", null, () -> arrange(this::hide)),
                        new SeparatorMenuItem(),
                        item(Feather.MAXIMIZE_2, "menu.value", VALUE, side::showValue),
                        item(Feather.LIST, "menu.row", null, side::showRow),
                        item(Feather.HELP_CIRCLE, "menu.why", WHY, side::explain));
        return menu;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static MenuItem item(
            Ikon icon, String key, @org.jspecify.annotations.Nullable KeyCombination shown, Runnable action) {
        MenuItem item = item(Texts.say(key), action);
        item.setGraphic(Icons.of(icon));
        item.setAccelerator(shown);
        return item;
    }

    private Optional<Column> column() {
        return grid.first()
                .filter(chosen -> chosen.field() >= 0)
                .map(chosen -> grid.fields().get(chosen.field()).name())
                .flatMap(name -> asked.get().flatMap(now -> now.relation().column(name)));
    }

    /** The rows that have this value, or those that have another. */
    private void only(Filter.Operator operator) {
        grid.first().filter(chosen -> chosen.field() >= 0).ifPresent(chosen -> {
            String name = grid.fields().get(chosen.field()).name();
            String value = chosen.row().values().get(chosen.field());
            boolean equal = operator == Filter.Operator.EQUALS;
            filters.append(List.of(
                    value != null
                            ? new Filter(name, operator, value)
                            : new Filter(name, equal ? Filter.Operator.IS_NULL : Filter.Operator.IS_NOT_NULL, null)));
        });
    }

    private void arrange(Consumer<String> change) {
        grid.first().filter(chosen -> chosen.field() >= 0).ifPresent(chosen -> {
            change.accept(grid.fields().get(chosen.field()).name());
            grid.arrange();
        });
    }

    private void pin(String name) {
        grid.columns().ifPresent(columns -> columns.pin(name, !columns.isPinned(name)));
    }

    private void hide(String name) {
        grid.columns().ifPresent(columns -> columns.show(name, false));
    }
}
