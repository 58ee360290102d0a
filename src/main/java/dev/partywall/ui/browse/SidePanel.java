package dev.partywall.ui.browse;

import dev.partywall.browse.Filter;
import dev.partywall.catalog.Relation;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Texts;
import dev.partywall.ui.browse.Grid.Chosen;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Beside the rows: the chosen row in full, the chosen value in full, and why a row is seen or not. */
final class SidePanel extends TabPane {
    private final Grid grid;
    private final RowPanel row;
    private final CellViewer value = new CellViewer();
    private final WhyPanel why;
    private final Tab rowTab;
    private final Tab valueTab;
    private final Tab whyTab;
    private @Nullable Relation relation;

    SidePanel(Desk desk, Grid grid, Journey journey) {
        this.grid = grid;
        this.row = new RowPanel(desk, journey);
        this.why = new WhyPanel(desk);
        this.rowTab = tab("row", row);
        this.valueTab = tab("value", value);
        this.whyTab = tab("why", why);
        getStyleClass().add("side-panel");
        setId("side");
        setMinWidth(260);
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        getTabs().setAll(rowTab, valueTab, whyTab);
        grid.onChosen(this::follow);
        getSelectionModel().selectedItemProperty().subscribe(this::follow);
    }

    private static Tab tab(String key, Node content) {
        Tab tab = new Tab(Texts.say("side." + key), content);
        tab.setTooltip(new Tooltip(Texts.say("side." + key + ".tip")));
        tab.setId("side-" + key);
        return tab;
    }

    /** Another relation: nothing of the one before stays. */
    void show(Relation chosen) {
        relation = chosen;
        row.relation(chosen);
        nothing();
    }

    void nothing() {
        row.nothing();
        value.nothing();
        why.nothing();
    }

    void stop() {
        why.stop();
    }

    /** Shows what was chosen in the grid on the tab that is in front. */
    private void follow() {
        Optional<Chosen> chosen = grid.first();
        Tab front = getSelectionModel().getSelectedItem();
        if (chosen.isEmpty() || relation == null) {
            return;
        }
        GridRow line = chosen.get().row();
        int field = chosen.get().field();
        if (front == rowTab) {
            row.show(grid.fields(), line);
        } else if (front == valueTab && field >= 0) {
            value.show(grid.fields().get(field), line.values().get(field));
        } else if (front == whyTab) {
            why.offer(relation, line.key());
        }
    }

    void showRow() {
        getSelectionModel().select(rowTab);
        follow();
    }

    void showValue() {
        getSelectionModel().select(valueTab);
        follow();
    }

    /** Why the chosen row is seen or not. */
    void explain() {
        getSelectionModel().select(whyTab);
        grid.first().map(chosen -> chosen.row().key()).ifPresent(this::explain);
    }

    private void explain(List<Filter> key) {
        if (relation != null) {
            getSelectionModel().select(whyTab);
            why.explain(relation, key);
        }
    }

    /** Asks for the key of a row that is not on the screen, and explains it. */
    void askForRow(Node near, @Nullable Asked asked) {
        if (asked != null) {
            KeyForm.toExplain(asked.relation(), this::explain).open(near);
        }
    }
}
