package dev.partywall.ui.browse;

import dev.partywall.browse.Filter;
import dev.partywall.catalog.Column;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One condition on one column; its value is bound, never written into the statement. */
final class FilterBar {
    private final ComboBox<Column> column;
    private final ComboBox<Filter.Operator> operator;
    private final TextField value;
    private final Consumer<List<Filter>> wanted;

    FilterBar(
            ComboBox<Column> column,
            ComboBox<Filter.Operator> operator,
            TextField value,
            Button apply,
            Button clear,
            Consumer<List<Filter>> wanted) {
        this.column = column;
        this.operator = operator;
        this.value = value;
        this.wanted = wanted;
        column.setConverter(new Shown<>(Column::name));
        operator.setConverter(new Shown<>(Filter.Operator::symbol));
        operator.getItems().setAll(Filter.Operator.values());
        operator.setValue(Filter.Operator.EQUALS);
        operator.valueProperty().subscribe(chosen -> value.setDisable(!chosen.takesValue()));
        apply.setOnAction(event -> apply());
        value.setOnAction(event -> apply());
        clear.setOnAction(event -> clear());
        apply.disableProperty().bind(column.valueProperty().isNull());
    }

    void offer(List<Column> columns) {
        column.getItems().setAll(columns);
        column.setValue(columns.isEmpty() ? null : columns.getFirst());
        value.clear();
    }

    private void apply() {
        Column chosen = column.getValue();
        if (chosen != null) {
            Filter.Operator how = operator.getValue();
            wanted.accept(List.of(new Filter(chosen.name(), how, how.takesValue() ? value.getText() : null)));
        }
    }

    private void clear() {
        value.clear();
        wanted.accept(List.of());
    }

    /** A choice as text; nobody types here. */
    private static final class Shown<T> extends StringConverter<T> {
        private final Function<T, String> text;

        Shown(Function<T, String> text) {
            this.text = text;
        }

        @Override
        public String toString(@Nullable T choice) {
            return choice == null ? "" : text.apply(choice);
        }

        @Override
        public T fromString(String typed) {
            throw new UnsupportedOperationException("chosen, not typed");
        }
    }
}
