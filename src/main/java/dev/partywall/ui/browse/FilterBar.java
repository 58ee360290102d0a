package dev.partywall.ui.browse;

import dev.partywall.browse.Filter;
import dev.partywall.browse.Search;
import dev.partywall.browse.TextSearch;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.Relation;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The conditions in force, one chip each, and full-text search where the relation has an index for it. Values are bound. */
public final class FilterBar extends HBox {
    private final FlowPane chips = new FlowPane(4, 4);
    private final Button add = new Button(Texts.say("filter.add"), Icons.of(Feather.FILTER));
    private final Button clear = new Button(Texts.say("filter.clear"));
    private final TextField words = new TextField();
    private final List<Filter> filters = new ArrayList<>();
    private List<Column> columns = List.of();
    private List<TextSearch> searches = List.of();
    private Consumer<List<Filter>> wanted = filters -> {};
    private Consumer<@Nullable Search> searched = search -> {};

    public FilterBar() {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        add.setId("filter-add");
        add.setMinWidth(USE_PREF_SIZE);
        add.setTooltip(new Tooltip(Texts.say("filter.add.tip")));
        add.setOnAction(event -> add(null));
        clear.getStyleClass().addAll("flat", "small");
        clear.setMinWidth(USE_PREF_SIZE);
        clear.setOnAction(event -> set(List.of()));
        chips.setAlignment(Pos.CENTER_LEFT);
        setHgrow(chips, Priority.ALWAYS);
        words.setId("full-text");
        words.setPrefWidth(200);
        words.setMinWidth(120);
        words.setPromptText(Texts.say("filter.search"));
        words.setAccessibleText(Texts.say("filter.search"));
        words.setOnAction(event -> search());
        getChildren().addAll(add, chips, words);
        draw();
    }

    void onWanted(Consumer<List<Filter>> listener, Consumer<@Nullable Search> searchListener) {
        wanted = listener;
        searched = searchListener;
    }

    /** Another relation, with these conditions to begin with. */
    void offer(Relation relation, List<Filter> begun) {
        columns = relation.columns();
        searches = TextSearch.of(relation);
        filters.clear();
        filters.addAll(begun);
        words.clear();
        if (!searches.isEmpty()) {
            words.setTooltip(new Tooltip(Texts.say(
                    searches.getFirst().indexed() ? "filter.search.tip" : "filter.search.slow",
                    searches.getFirst().label())));
        }
        draw();
    }

    private void draw() {
        chips.getChildren().clear();
        filters.forEach(filter ->
                chips.getChildren().add(new FilterChip(filter, () -> edit(filter), () -> replace(filter, List.of()))));
        if (!filters.isEmpty()) {
            chips.getChildren().add(clear);
        }
        words.setVisible(!searches.isEmpty());
        words.setManaged(!searches.isEmpty());
        add.setDisable(columns.isEmpty());
    }

    /** Opens the editor for a new condition on a column; on the first where none is given. */
    void add(@Nullable Column preset) {
        if (!columns.isEmpty()) {
            new FilterEditor(columns, this::append).open(add, preset == null ? columns.getFirst() : preset);
        }
    }

    void append(List<Filter> more) {
        List<Filter> all = new ArrayList<>(filters);
        all.addAll(more);
        set(all);
    }

    private void edit(Filter filter) {
        Node at = chips.getChildren().get(filters.indexOf(filter));
        columns.stream()
                .filter(column -> column.name().equals(filter.column()))
                .findFirst()
                .ifPresent(column ->
                        new FilterEditor(columns, changed -> replace(filter, changed)).open(at, column, filter));
    }

    private void replace(Filter old, List<Filter> changed) {
        List<Filter> all = new ArrayList<>(filters);
        int at = all.indexOf(old);
        all.remove(at);
        all.addAll(at, changed);
        set(all);
    }

    private void set(List<Filter> all) {
        filters.clear();
        filters.addAll(all);
        draw();
        wanted.accept(List.copyOf(all));
    }

    private void search() {
        String typed = words.getText().strip();
        searched.accept(typed.isEmpty() ? null : new Search(searches.getFirst(), typed));
    }
}
