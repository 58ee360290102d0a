package dev.partywall.ui.browse;

import dev.partywall.ui.ColumnLayout;
import dev.partywall.ui.Settings;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The columns of one relation as somebody arranged them: hidden, moved, pinned, of a width. */
final class GridColumns {
    private final String relation;
    private final Settings settings;
    private final Map<String, TableColumn<GridRow, ?>> columns = new LinkedHashMap<>();
    private ColumnLayout layout;

    /** @param rows the first ones, by which widths are chosen */
    GridColumns(String relation, List<Field> fields, List<GridRow> rows, Settings settings) {
        this.relation = relation;
        this.settings = settings;
        this.layout = settings.columns(relation);
        for (int i = 0; i < fields.size(); i++) {
            columns.put(fields.get(i).name(), column(fields.get(i), i, rows));
        }
    }

    /** What a comparison says of each row. */
    static TableColumn<GridRow, @Nullable Mark> marks() {
        TableColumn<GridRow, @Nullable Mark> column = new TableColumn<>(Texts.say("browse.class"));
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().mark()));
        column.setCellFactory(table -> new MarkCell());
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(150);
        return column;
    }

    private TableColumn<GridRow, @Nullable String> column(Field field, int index, List<GridRow> rows) {
        TableColumn<GridRow, @Nullable String> column = new TableColumn<>(field.name());
        column.setId("column-" + field.name());
        column.setUserData(index);
        column.setGraphic(icon(field));
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().values().get(index)));
        column.setCellFactory(table -> new ValueCell(field.kind()));
        column.setComparator(Comparator.comparing(String::valueOf));
        if (field.kind().isNumber()) {
            column.getStyleClass().add("number-column");
        }
        String key = relation + "." + field.name();
        double usual = settings.columnWidth(key, Widths.of(field, index, rows));
        column.setPrefWidth(usual);
        column.widthProperty().addListener((property, old, width) -> {
            if (Math.abs(width.doubleValue() - usual) >= 1) {
                settings.rememberColumnWidth(key, width.doubleValue());
            }
        });
        return column;
    }

    private static @Nullable FontIcon icon(Field field) {
        if (!field.key() && field.link() == null) {
            return null;
        }
        FontIcon icon = Icons.of(field.key() ? Feather.KEY : Feather.LINK_2, "column-icon");
        Tooltip.install(
                icon,
                new Tooltip(
                        field.link() == null
                                ? Texts.say("column.key")
                                : Texts.say("column.link", String.valueOf(field.link()))));
        return icon;
    }

    /** Those that stay, from left to right. */
    List<TableColumn<GridRow, ?>> pinned() {
        return ordered()
                .filter(name -> layout.pinned().contains(name))
                .map(this::named)
                .toList();
    }

    /** Those that scroll, from left to right. */
    List<TableColumn<GridRow, ?>> others() {
        return ordered()
                .filter(name -> !layout.pinned().contains(name))
                .map(this::named)
                .toList();
    }

    private TableColumn<GridRow, ?> named(String name) {
        return java.util.Objects.requireNonNull(columns.get(name));
    }

    private Stream<String> ordered() {
        List<String> names = new ArrayList<>(layout.order());
        names.retainAll(columns.keySet());
        columns.keySet().stream().filter(name -> !names.contains(name)).forEach(names::add);
        return names.stream().filter(this::isShown);
    }

    List<String> names() {
        return List.copyOf(columns.keySet());
    }

    boolean isShown(String name) {
        return !layout.hidden().contains(name);
    }

    boolean isPinned(String name) {
        return layout.pinned().contains(name);
    }

    void show(String name, boolean shown) {
        remember(new ColumnLayout(layout.order(), with(layout.hidden(), name, !shown), layout.pinned()));
    }

    void pin(String name, boolean pinned) {
        remember(new ColumnLayout(layout.order(), layout.hidden(), with(layout.pinned(), name, pinned)));
    }

    /** Somebody dragged them into this order. */
    void reorder(List<String> names) {
        List<String> order = new ArrayList<>(names);
        columns.keySet().stream().filter(name -> !names.contains(name)).forEach(order::add);
        remember(new ColumnLayout(order, layout.hidden(), layout.pinned()));
    }

    void usual() {
        remember(ColumnLayout.USUAL);
    }

    private void remember(ColumnLayout wanted) {
        layout = wanted;
        settings.rememberColumns(relation, wanted);
    }

    private static List<String> with(List<String> names, String name, boolean in) {
        Stream<String> others = names.stream().filter(each -> !each.equals(name));
        return in ? Stream.concat(others, Stream.of(name)).toList() : others.toList();
    }
}
