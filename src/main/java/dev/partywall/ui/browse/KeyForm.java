package dev.partywall.ui.browse;

import dev.partywall.browse.Filter;
import dev.partywall.browse.Place;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Relation;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Choices;
import dev.partywall.ui.part.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/** Asks for the values of a key: to go there, or to ask what became of a row. */
final class KeyForm {
    private static final double WIDTH = 340;

    private final Popup popup = new Popup();
    private final ComboBox<List<String>> by = new ComboBox<>();
    private final GridPane fields = new GridPane(8, 8);
    private final List<TextField> values = new ArrayList<>();
    private final Consumer<List<String>> done;

    private KeyForm(String key, List<List<String>> ways, Consumer<List<String>> done) {
        this.done = done;
        by.getItems().setAll(ways);
        by.setConverter(new Choices<>(names -> String.join(", ", names)));
        by.setAccessibleText(Texts.say("key.by"));
        by.setMaxWidth(Double.MAX_VALUE);
        by.valueProperty().subscribe(this::ask);
        Button go = new Button(Texts.say("key." + key + ".do"));
        go.getStyleClass().add("accent");
        go.setId("key-go");
        go.setOnAction(event -> finish());
        HBox buttons = new HBox(go);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        Label text = Words.text(Texts.say("key." + key + ".text"), "caption");
        text.setMaxWidth(WIDTH);
        VBox box = new VBox(8, Words.section(Texts.say("key." + key + ".title")), text);
        if (ways.size() > 1) {
            box.getChildren().add(by);
        }
        box.getChildren().addAll(fields, buttons);
        box.getStyleClass().addAll("picker", "floating", "roomy");
        box.setPrefWidth(WIDTH);
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        by.setValue(ways.getFirst());
    }

    /** By the column the rows are sorted by, or by the key. */
    static KeyForm toJump(Asked asked, Consumer<Place> done) {
        var sort = asked.request().sort();
        List<String> names = sort != null ? List.of(sort.column()) : key(asked.relation());
        return new KeyForm("jump", List.of(names), typed -> done.accept(new Place(new ArrayList<>(typed))));
    }

    /** By the key, or by any column that tells the row. */
    static KeyForm toExplain(Relation relation, Consumer<List<Filter>> done) {
        List<List<String>> ways = new ArrayList<>();
        if (!key(relation).isEmpty()) {
            ways.add(key(relation));
        }
        relation.columns().stream()
                .map(column -> List.of(column.name()))
                .filter(way -> !ways.contains(way))
                .forEach(ways::add);
        KeyForm[] form = new KeyForm[1];
        form[0] = new KeyForm("missing", ways, typed -> done.accept(form[0].filters(typed)));
        return form[0];
    }

    /** The primary key; the first unique one where there is none. */
    private static List<String> key(Relation relation) {
        return relation.primaryKey()
                .or(() -> relation.constraints().stream()
                        .filter(constraint -> constraint.kind() == Constraint.Kind.UNIQUE)
                        .findFirst())
                .map(Constraint::columns)
                .orElse(List.of());
    }

    private List<Filter> filters(List<String> typed) {
        List<Filter> filters = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            filters.add(new Filter(by.getValue().get(i), Filter.Operator.EQUALS, typed.get(i)));
        }
        return filters;
    }

    private void ask(@Nullable List<String> names) {
        fields.getChildren().clear();
        values.clear();
        for (String name : names == null ? List.<String>of() : names) {
            Label label = new Label(name);
            GridPane.setHalignment(label, HPos.LEFT);
            TextField value = new TextField();
            value.setAccessibleText(name);
            value.setId("key-" + values.size());
            value.setPrefWidth(220);
            value.setOnAction(event -> finish());
            fields.addRow(values.size(), label, value);
            values.add(value);
        }
        if (!values.isEmpty()) {
            values.getFirst().requestFocus();
        }
    }

    private void finish() {
        popup.hide();
        done.accept(values.stream().map(TextField::getText).toList());
    }

    void open(Node near) {
        Bounds where = near.localToScreen(near.getBoundsInLocal());
        popup.show(near, Math.max(0, where.getMaxX() - WIDTH), where.getMaxY() + 4);
        if (!values.isEmpty()) {
            values.getFirst().requestFocus();
        }
    }
}
