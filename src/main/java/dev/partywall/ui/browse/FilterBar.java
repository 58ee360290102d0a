package dev.partywall.ui.browse;

import dev.partywall.browse.Filter;
import dev.partywall.catalog.Column;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One condition on one column; its value is bound, never written into the statement. */
public final class FilterBar extends HBox {
    private final ComboBox<Column> column = new ComboBox<>();
    private final ComboBox<Filter.Operator> operator = new ComboBox<>();
    private final TextField value = new TextField();
    private final Button apply = new Button(Texts.say("browse.filter.apply"));
    private final Button clear = new Button(Texts.say("browse.filter.clear"));
    private Consumer<List<Filter>> wanted = filters -> {};

    public FilterBar() {
        super(6);
        setAlignment(Pos.CENTER_LEFT);
        column.setConverter(new Shown<>(Column::name));
        column.setAccessibleText(Texts.say("browse.filter.column"));
        column.setPrefWidth(150);
        operator.setConverter(new Shown<>(Filter.Operator::symbol));
        operator.setAccessibleText(Texts.say("browse.filter.operator"));
        operator.setPrefWidth(110);
        operator.getItems().setAll(Filter.Operator.values());
        operator.setValue(Filter.Operator.EQUALS);
        operator.valueProperty().subscribe(chosen -> value.setDisable(!chosen.takesValue()));
        value.setPromptText(Texts.say("browse.filter.value"));
        value.setAccessibleText(Texts.say("browse.filter.value"));
        setHgrow(value, Priority.ALWAYS);
        apply.setMinWidth(USE_PREF_SIZE);
        clear.setMinWidth(USE_PREF_SIZE);
        clear.getStyleClass().add("flat");
        getChildren().addAll(Icons.of(Feather.FILTER), column, operator, value, apply, clear);
        apply.setOnAction(event -> apply());
        value.setOnAction(event -> apply());
        clear.setOnAction(event -> clear());
        apply.disableProperty().bind(column.valueProperty().isNull());
    }

    void onWanted(Consumer<List<Filter>> listener) {
        wanted = listener;
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
