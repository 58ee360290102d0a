package dev.partywall.ui.browse;

import dev.partywall.browse.ClassCounts;
import dev.partywall.browse.RowClass;
import dev.partywall.connect.Lens;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.TenantPicker;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** Above compared rows: with whom, how many rows of each class the whole table has, and which classes to show. */
public final class ComparisonBar extends FlowPane {
    private final Label who = new Label();
    private final MenuButton against = new MenuButton();
    private final Map<RowClass, ToggleButton> chips = new EnumMap<>(RowClass.class);
    private Consumer<Set<RowClass>> wanted = classes -> {};

    public ComparisonBar() {
        super(8, 4);
        setAlignment(Pos.CENTER_LEFT);
        who.getStyleClass().add("caption");
        against.setId("against");
        against.setMnemonicParsing(false);
        against.getStyleClass().add("small");
        against.setAccessibleText(Texts.say("compare.against"));
        getChildren().addAll(who, against);
        for (RowClass rowClass : RowClass.values()) {
            ToggleButton chip = chip(Mark.of(rowClass));
            chip.setId("class-"
                    + rowClass.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            chips.put(rowClass, chip);
            getChildren().add(chip);
        }
    }

    private ToggleButton chip(Mark mark) {
        ToggleButton chip = new ToggleButton(mark.word(), Icons.of(mark.icon()));
        chip.getStyleClass().addAll("chip", "tone-" + mark.tone());
        chip.setTooltip(new Tooltip(mark.explanation() + "\n" + Texts.say("compare.only")));
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setOnAction(event -> wanted.accept(chosen()));
        return chip;
    }

    private Set<RowClass> chosen() {
        Set<RowClass> classes = EnumSet.noneOf(RowClass.class);
        chips.forEach((rowClass, chip) -> {
            if (chip.isSelected()) {
                classes.add(rowClass);
            }
        });
        return classes;
    }

    void onWanted(Consumer<Set<RowClass>> listener) {
        wanted = listener;
    }

    /** Offers the others one may compare with. */
    void offer(Desk desk) {
        TenantPicker picker = new TenantPicker(desk, id -> desk.against().set(new Lens.Tenant(id)));
        against.getItems()
                .setAll(
                        item("compare.everyone", () -> desk.against().set(new Lens.Everyone())),
                        item("compare.nobody", () -> desk.against().set(new Lens.Nobody())),
                        item("compare.tenant", () -> picker.open(against)));
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Texts.say(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    /** No comparison, no bar; classes belong to a comparison with everyone. */
    void show(Desk desk, Lens lens, @Nullable Lens other) {
        boolean compared = lens instanceof Lens.Tenant && other != null;
        shown(this, compared);
        if (lens instanceof Lens.Tenant tenant && other != null) {
            who.setText(Texts.say("compare.who", desk.nameOf(tenant.id())));
            against.setText(name(desk, other));
            chips.values().forEach(chip -> shown(chip, other instanceof Lens.Everyone));
        }
    }

    private static String name(Desk desk, Lens other) {
        return switch (other) {
            case Lens.Tenant tenant -> desk.nameOf(tenant.id());
            case Lens.Nobody nobody -> Texts.say("compare.nobody");
            case Lens.Everyone everyone -> Texts.say("compare.everyone");
        };
    }

    private static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /** Another table: no class chosen, no count known. */
    void reset() {
        chips.forEach((rowClass, chip) -> {
            chip.setSelected(false);
            chip.setText(Mark.of(rowClass).word());
        });
    }

    void counted(ClassCounts counts) {
        chips.forEach((rowClass, chip) ->
                chip.setText(Texts.say("class.count", Mark.of(rowClass).word(), counts.of(rowClass))));
    }
}
