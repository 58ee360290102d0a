package dev.partywall.ui.frame;

import dev.partywall.catalog.Relation;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Screen;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Ctrl+K: type a few letters of a screen, a lens, a command or a table, and go. */
final class Palette {
    private final Popup popup = new Popup();
    private final TextField search = new TextField();
    private final FilteredList<Entry> shown;
    private final ListView<Entry> list;

    private record Entry(Ikon icon, String text, String hint, Runnable action) {}

    Palette(Desk desk, FrameController frame) {
        shown = new FilteredList<>(FXCollections.observableArrayList(entries(desk, frame)));
        list = new ListView<>(shown);
        build();
    }

    private static List<Entry> entries(Desk desk, FrameController frame) {
        List<Entry> entries = new ArrayList<>();
        for (Screen screen : Screen.values()) {
            entries.add(new Entry(screen.icon(), screen.title(), "", () -> frame.go(screen, null)));
        }
        LensBar lens = frame.lensBar();
        entries.add(new Entry(Feather.USER, Texts.say("palette.tenant"), "Ctrl+T", lens::pick));
        entries.add(new Entry(Feather.COLUMNS, Texts.say("palette.compare"), "Ctrl+2", lens::compare));
        entries.add(new Entry(Feather.USER_X, Texts.say("palette.nobody"), "Ctrl+3", lens::nobody));
        entries.add(new Entry(Feather.USERS, Texts.say("palette.everyone"), "Ctrl+4", lens::everyone));
        entries.add(new Entry(Feather.REFRESH_CW, Texts.say("frame.refresh"), "F5", frame::refresh));
        entries.add(new Entry(Feather.MOON, Texts.say("palette.theme"), "", frame::nextTheme));
        tables(desk)
                .forEach(relation -> entries.add(new Entry(
                        Feather.GRID,
                        relation.name().sql(),
                        Texts.say("palette.browse"),
                        () -> frame.go(Screen.BROWSE, relation.name()))));
        return entries;
    }

    private static List<Relation> tables(Desk desk) {
        var found = desk.inspection().get();
        return found == null ? List.of() : found.snapshot().relations();
    }

    private void build() {
        search.setPromptText(Texts.say("palette.search"));
        search.setAccessibleText(Texts.say("palette.search"));
        search.setId("palette-search");
        search.textProperty().subscribe(this::filter);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        list.setCellFactory(view -> new EntryCell());
        list.setFixedCellSize(36);
        list.setPrefHeight(36 * 10 + 2);
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label(Texts.say("palette.none")));
        list.setOnMouseClicked(event -> take());
        VBox box = new VBox(8, search, list);
        box.getStyleClass().addAll("picker", "floating");
        box.setPrefWidth(560);
        popup.getContent().add(box);
        popup.setAutoHide(true);
    }

    void open(Node over) {
        Bounds where = over.localToScreen(over.getBoundsInLocal());
        popup.show(over, where.getCenterX() - 280, where.getMinY() + 90);
        search.requestFocus();
        list.getSelectionModel().selectFirst();
    }

    private void filter(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(entry -> entry.text().toLowerCase(Locale.ROOT).contains(wanted));
        list.getSelectionModel().selectFirst();
    }

    private void typed(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (step != 0) {
            int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + step, 0, Math.max(0, shown.size() - 1));
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - 5));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            take();
            event.consume();
        }
    }

    private void take() {
        Entry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            popup.hide();
            entry.action().run();
        }
    }

    /** Icon, words, and the key that does the same. */
    private static final class EntryCell extends ListCell<Entry> {
        private final Label text = new Label();
        private final Label hint = new Label();
        private final HBox line = new HBox(10);

        EntryCell() {
            hint.getStyleClass().add("caption");
            hint.setMinWidth(USE_PREF_SIZE);
            text.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(text, Priority.ALWAYS);
            line.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setGraphic(empty ? null : line);
            if (!empty) {
                text.setText(entry.text());
                hint.setText(entry.hint());
                line.getChildren().setAll(Icons.of(entry.icon()), text, hint);
            }
        }
    }
}
