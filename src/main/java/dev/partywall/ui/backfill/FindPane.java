package dev.partywall.ui.backfill;

import dev.partywall.backfill.Gap;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Columns;
import dev.partywall.ui.part.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The tables with rows that have no tenant: how many, since when, why, and which of them to do something about. */
final class FindPane extends SplitPane {
    private final Draft draft;
    private final TableView<Gap> table = new TableView<>();
    private final VBox about = new VBox(10);

    FindPane(Draft draft) {
        this.draft = draft;
        setDividerPositions(0.62);
        table.setId("gaps");
        table.setAccessibleText(Texts.say("backfill.gaps"));
        table.setFixedCellSize(32);
        table.setPlaceholder(Words.text(Texts.say("backfill.finding"), "muted"));
        columns();
        table.getSelectionModel().selectedItemProperty().subscribe(this::explain);
        VBox.setVgrow(table, Priority.ALWAYS);
        about.getStyleClass().add("detail");
        ScrollPane right = new ScrollPane(about);
        right.setFitToWidth(true);
        right.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        right.getStyleClass().add("clear");
        right.setMinWidth(300);
        VBox left = new VBox(8, table, choosers());
        left.setMinWidth(420);
        getItems().setAll(left, right);
        wireKeys();
        draft.onChange(table::refresh);
    }

    private void columns() {
        table.getColumns().add(Columns.node("", 36, this::tick));
        table.getColumns()
                .add(Columns.text(
                        Texts.say("backfill.table"), 190, gap -> gap.table().toString()));
        table.getColumns().add(Columns.number(Texts.say("backfill.without"), 84, Gap::withoutTenant));
        table.getColumns().add(Columns.number(Texts.say("backfill.rows"), 84, Gap::rows));
        table.getColumns().add(Columns.text(Texts.say("backfill.share"), 64, FindPane::share));
        table.getColumns().add(Columns.number(Texts.say("backfill.empty"), 64, Gap::empty));
        table.getColumns().add(Columns.number(Texts.say("backfill.unknown"), 78, Gap::unknown));
    }

    private static String share(Gap gap) {
        return gap.rows() == 0 ? "" : "%.1f %%".formatted(gap.share() * 100);
    }

    private CheckBox tick(Gap gap) {
        CheckBox box = new CheckBox();
        box.setSelected(draft.isChosen(gap));
        box.setDisable(!Draft.can(gap));
        box.setAccessibleText(Texts.say("backfill.tick", gap.table()));
        box.setOnAction(event -> draft.choose(List.of(gap), box.isSelected()));
        return box;
    }

    private HBox choosers() {
        Button all = new Button(Texts.say("backfill.all"));
        all.setId("chooseAll");
        all.setOnAction(event -> draft.choose(table.getItems(), true));
        Button none = new Button(Texts.say("backfill.nothing"));
        none.setOnAction(event -> draft.choose(table.getItems(), false));
        all.getStyleClass().add("small");
        none.getStyleClass().add("small");
        HBox row = new HBox(8, all, none, Words.text(Texts.say("backfill.space"), "caption"));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    void show(List<Gap> open) {
        table.setPlaceholder(Words.text(Texts.say("backfill.none"), "muted"));
        table.getItems().setAll(open);
        table.getSelectionModel().selectFirst();
    }

    /** The space bar ticks the row it is on. */
    private void wireKeys() {
        table.setOnKeyTyped(event -> {
            Gap gap = table.getSelectionModel().getSelectedItem();
            if (event.getCharacter().equals(" ") && gap != null) {
                draft.choose(List.of(gap), !draft.isChosen(gap));
            }
        });
    }

    private void explain(@Nullable Gap gap) {
        about.getChildren().clear();
        if (gap != null) {
            about.getChildren().add(Words.section(gap.table() + "." + gap.column()));
            facts(gap);
            group("backfill.why", gap.reasons());
            group("backfill.seenby", gap.seenBy());
        }
    }

    private void facts(Gap gap) {
        List<Node> lines = about.getChildren();
        if (gap.refused() != null) {
            lines.add(Words.text(Texts.say("backfill.refused", gap.refused()), "bad"));
        }
        if (gap.withoutTenant() > 0) {
            lines.add(Words.text(Texts.say(
                    gap.estimated() ? "backfill.fact.about" : "backfill.fact",
                    gap.withoutTenant(),
                    gap.rows(),
                    share(gap))));
        }
        if (gap.since() != null) {
            lines.add(Words.text(Texts.say("backfill.since", gap.since()), "muted"));
        }
        if (gap.empty() + gap.unknown() > 0) {
            lines.add(Words.text(Texts.say("backfill.others", gap.empty(), gap.unknown()), "muted"));
        }
    }

    private void group(String key, List<String> sentences) {
        if (!sentences.isEmpty()) {
            about.getChildren().add(Words.text(Texts.say(key), "group-heading"));
            sentences.forEach(sentence -> about.getChildren().add(Words.text(sentence)));
        }
    }
}
