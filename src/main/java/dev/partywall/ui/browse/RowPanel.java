package dev.partywall.ui.browse;

import dev.partywall.browse.Jump;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Table.Heading;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Empty;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.Words;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One row from top to bottom, and where its foreign keys lead, up and down. */
final class RowPanel extends VBox {
    private static final int PAGE = 1;

    private final Desk desk;
    private final Journey journey;
    private final VBox links = new VBox(0);
    private final ScrollPane linksPane = new ScrollPane(links);
    private final ObservableList<RowLine> lines = FXCollections.observableArrayList();
    private final ListView<RowLine> list = new ListView<>(lines);
    private List<Jump> jumps = List.of();

    /** @param value null is SQL NULL */
    record RowLine(Field field, @Nullable String value) {}

    RowPanel(Desk desk, Journey journey) {
        super(8);
        this.desk = desk;
        this.journey = journey;
        getStyleClass().add("side-page");
        list.setCellFactory(view -> new RowLineCell());
        list.setFixedCellSize(44);
        list.setAccessibleText(Texts.say("side.row"));
        list.setId("row-values");
        setVgrow(list, Priority.ALWAYS);
        links.setId("links");
        linksPane.setFitToWidth(true);
        linksPane.getStyleClass().add("clear");
        linksPane.setMinHeight(USE_PREF_SIZE);
        nothing();
    }

    void nothing() {
        getChildren().setAll(new Empty(Feather.LIST, Texts.say("row.none"), Texts.say("row.none.text")));
    }

    void relation(Relation relation) {
        jumps = Jump.of(desk.found().snapshot(), relation.name());
    }

    void show(List<Field> fields, GridRow row) {
        lines.clear();
        for (int i = 0; i < fields.size(); i++) {
            lines.add(new RowLine(fields.get(i), row.values().get(i)));
        }
        List<Heading> headings = fields.stream().map(Field::heading).toList();
        links.getChildren().clear();
        jumps.forEach(jump -> jump.from(headings, row.values(), PAGE)
                .ifPresent(request ->
                        links.getChildren().add(link(jump, () -> journey.to(jump.target(), request.filters())))));
        getChildren().setAll(list);
        if (!links.getChildren().isEmpty()) {
            linksPane.setPrefViewportHeight(
                    Math.min(150, 28 * links.getChildren().size()));
            getChildren().setAll(Words.section(Texts.say("row.links")), linksPane, list);
        }
    }

    private static Hyperlink link(Jump jump, Runnable action) {
        boolean up = jump.direction() == Jump.Direction.PARENT;
        String by = String.join(", ", up ? jump.columns() : jump.targetColumns());
        Hyperlink link = new Hyperlink(
                Texts.say(up ? "row.parent" : "row.children", jump.target().name(), by),
                Icons.of(up ? Feather.CORNER_LEFT_UP : Feather.CORNER_RIGHT_DOWN));
        link.setMnemonicParsing(false);
        link.setTooltip(new Tooltip(Texts.say("row.link.tip", jump.target(), jump.constraint())));
        link.setOnAction(event -> action.run());
        link.getStyleClass().add("row-link");
        return link;
    }
}
