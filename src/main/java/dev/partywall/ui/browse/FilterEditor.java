package dev.partywall.ui.browse;

import dev.partywall.browse.Filter;
import dev.partywall.browse.Filter.Operator;
import dev.partywall.catalog.Column;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Choices;
import dev.partywall.ui.part.ValueKind;
import dev.partywall.ui.part.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/** A condition being written: column, what is asked of it (as its type allows), value or range. */
final class FilterEditor {
    private final Popup popup = new Popup();
    private final ComboBox<Column> column = new ComboBox<>();
    private final ComboBox<Asking> asking = new ComboBox<>();
    private final TextField value = new TextField();
    private final TextField upper = new TextField();
    private final Label type = Words.text("", "caption");
    private final Button apply = new Button(Texts.say("filter.apply"));
    private final Consumer<List<Filter>> done;

    /** What is asked of a column; a range asks two things at once. */
    private record Asking(String words, Operator operator, boolean range) {}

    FilterEditor(List<Column> columns, Consumer<List<Filter>> done) {
        this.done = done;
        column.getItems().setAll(columns);
        column.setConverter(new Choices<>(Column::name));
        column.setAccessibleText(Texts.say("filter.column"));
        column.setId("filter-column");
        column.setPrefWidth(240);
        asking.setConverter(new Choices<>(Asking::words));
        asking.setAccessibleText(Texts.say("filter.operator"));
        asking.setId("filter-operator");
        asking.setPrefWidth(240);
        value.setAccessibleText(Texts.say("filter.value"));
        value.setId("filter-value");
        upper.setAccessibleText(Texts.say("filter.upper"));
        upper.setPromptText(Texts.say("filter.upper"));
        column.valueProperty().subscribe(this::offer);
        asking.valueProperty().subscribe(this::fit);
        value.setOnAction(event -> apply());
        upper.setOnAction(event -> apply());
        apply.setOnAction(event -> apply());
        apply.setId("filter-apply");
        apply.getStyleClass().add("accent");
        HBox buttons = new HBox(8, apply);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox box = new VBox(8, column, asking, value, upper, type, buttons);
        box.getStyleClass().addAll("picker", "floating");
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    /** As people read it. */
    static String word(Operator operator) {
        return Texts.say("operator." + operator.name().toLowerCase(Locale.ROOT));
    }

    private void offer(Column chosen) {
        if (chosen == null) {
            return;
        }
        List<Operator> offered = Operator.offered(chosen);
        List<Asking> asked = new java.util.ArrayList<>();
        offered.forEach(operator -> asked.add(new Asking(word(operator), operator, false)));
        if (offered.contains(Operator.AT_LEAST)) {
            asked.add(1, new Asking(Texts.say("operator.range"), Operator.AT_LEAST, true));
        }
        asking.getItems().setAll(asked);
        asking.setValue(asked.getFirst());
        type.setText(hint(chosen));
    }

    private static String hint(Column column) {
        return switch (ValueKind.of(column.baseType())) {
            case TIME -> Texts.say("filter.hint.time", column.type());
            case BOOLEAN -> Texts.say("filter.hint.boolean", column.type());
            case JSON -> Texts.say("filter.hint.json", column.type());
            case ARRAY -> Texts.say("filter.hint.array", column.type());
            default -> column.type();
        };
    }

    private void fit(Asking chosen) {
        boolean takes = chosen != null && chosen.operator().takesValue();
        boolean range = chosen != null && chosen.range();
        value.setDisable(!takes);
        value.setPromptText(Texts.say(range ? "filter.lower" : "filter.value"));
        upper.setVisible(range);
        upper.setManaged(range);
    }

    void open(Node below, Column preset) {
        column.setValue(preset);
        value.clear();
        show(below);
    }

    void open(Node below, Column preset, Filter current) {
        column.setValue(preset);
        asking.getItems().stream()
                .filter(each -> each.operator() == current.operator() && !each.range())
                .findFirst()
                .ifPresent(asking::setValue);
        value.setText(current.value());
        show(below);
    }

    private void show(Node below) {
        Bounds where = below.localToScreen(below.getBoundsInLocal());
        popup.show(below, where.getMinX(), where.getMaxY() + 4);
        value.requestFocus();
        value.selectAll();
    }

    private void apply() {
        Column chosen = column.getValue();
        Asking asked = asking.getValue();
        if (chosen != null && asked != null) {
            popup.hide();
            done.accept(asked.range() ? range(chosen) : List.of(filter(chosen, asked.operator(), value.getText())));
        }
    }

    /** One end may be left open. */
    private List<Filter> range(Column chosen) {
        List<Filter> ends = new java.util.ArrayList<>();
        if (!value.getText().isEmpty()) {
            ends.add(filter(chosen, Operator.AT_LEAST, value.getText()));
        }
        if (!upper.getText().isEmpty()) {
            ends.add(filter(chosen, Operator.AT_MOST, upper.getText()));
        }
        return ends;
    }

    private static Filter filter(Column column, Operator operator, String value) {
        return new Filter(column.name(), operator, operator.takesValue() ? value : null);
    }
}
