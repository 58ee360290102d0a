package dev.partywall.ui.browse;

import dev.partywall.access.Inspection;
import dev.partywall.browse.Browser;
import dev.partywall.browse.Place;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Link;
import dev.partywall.connect.Table;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Fxml;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Proof;
import dev.partywall.ui.Texts;
import dev.partywall.ui.Trouble;
import dev.partywall.ui.part.Empty;
import dev.partywall.ui.part.Padlock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The rows of one relation, through the lens and through nothing else. */
final class RowsController {
    private final Desk desk;
    private final Lane lane;
    private final Lane counting;
    private final Parent view;
    private final Grid rows;
    private @Nullable Relation relation;
    private @Nullable Asked asked;
    private @Nullable Seen seen;

    @FXML
    private Label tableName;

    @FXML
    private Label summary;

    @FXML
    private Button count;

    @FXML
    private ToggleButton compare;

    @FXML
    private Button export;

    @FXML
    private FilterBar filters;

    @FXML
    private PageBar pages;

    @FXML
    private CellViewer viewer;

    @FXML
    private ProgressBar busy;

    @FXML
    private StackPane body;

    @FXML
    private TableView<GridRow> grid;

    RowsController(Desk desk) {
        this.desk = desk;
        this.lane = desk.work().lane();
        this.counting = desk.work().lane();
        this.view = Fxml.load("rows", this);
        this.rows = new Grid(grid, desk.settings(), sort -> turn(now -> now.sort(sort)));
        wire();
    }

    private void wire() {
        busy.visibleProperty().bind(lane.busyProperty());
        grid.getSelectionModel().getSelectedCells().subscribe(this::showCell);
        filters.onWanted(wanted -> turn(now -> now.filter(wanted)));
        pages.onTurn(Asked::first, Asked::previous, this::forward, this::turn);
        compare.setOnAction(event -> turn(Asked::first));
        count.setOnAction(event -> count());
        export.setOnAction(event -> export());
        desk.lens().subscribe(lens -> turn(Asked::first));
    }

    Parent root() {
        return view;
    }

    Optional<RelationName> relation() {
        return Optional.ofNullable(asked).map(Asked::relation);
    }

    void stop() {
        lane.cancel();
        counting.cancel();
    }

    /** Shows another relation; {@link #read} brings its rows. */
    void show(Relation chosen) {
        relation = chosen;
        asked = new Asked(chosen.name());
        filters.offer(chosen.columns());
        tableName.setText(chosen.name().name());
        tableName.setTooltip(new Tooltip(chosen.name() + "\n" + Padlock.words(chosen)));
        viewer.nothing();
    }

    private void forward(Asked now) {
        Place place = seen == null ? null : seen.next();
        if (place != null) {
            now.next(place);
        }
    }

    private void turn(Consumer<Asked> change) {
        if (asked != null) {
            change.accept(asked);
        }
        read();
    }

    /** Reads the page again, as the lens stands now. */
    void read() {
        Lens lens = desk.lens().get();
        compare.setDisable(!(lens instanceof Lens.Tenant) || !desk.link().hasBypass());
        if (asked == null || relation == null) {
            explain(Feather.GRID, Texts.say("browse.choose"), Texts.say("browse.choose.text"));
        } else if (lens == null) {
            explain(Feather.USER, Texts.say("browse.nolens"), Texts.say("browse.nolens.text"));
        } else {
            read(relation, asked, lens);
        }
    }

    private void read(Relation from, Asked now, Lens lens) {
        Inspection found = desk.found();
        boolean both = compare.isSelected();
        lane.start(
                Texts.say("browse.job", from.name()),
                progress -> {
                    Browser browser = new Browser(desk.link().stoppedBy(progress.cancellation()), found);
                    return both && lens instanceof Lens.Tenant tenant
                            ? Seen.of(browser.compare(tenant, now.request()))
                            : Seen.of(browser.page(lens, now.request()));
                },
                page -> fill(from, now, lens, page),
                this::withhold);
    }

    private void fill(Relation from, Asked now, Lens lens, Seen page) {
        Proof proof = Proofs.of(desk.found(), lens, from, page);
        desk.proof().set(proof);
        if (proof.broken()) {
            explain(
                    Feather.ALERT_OCTAGON,
                    Texts.say("browse.withheld"),
                    proof.facts().getFirst());
            return;
        }
        seen = page;
        rows.show(from.name().toString(), page);
        boolean none = page.table().rows().isEmpty();
        body.getChildren()
                .setAll(none ? new Empty(Feather.EYE_OFF, Texts.say("browse.norows"), whyNone(lens, from)) : grid);
        summary.setText(Texts.count("browse.columns", from.columns().size()));
        pages.show(now, page);
        export.setDisable(false);
        count.setDisable(false);
    }

    private String whyNone(Lens lens, Relation from) {
        return switch (lens) {
            case Lens.Tenant tenant -> Texts.say("browse.norows.tenant", desk.nameOf(tenant.id()), from.name());
            case Lens.Nobody nobody -> Texts.say("browse.norows.nobody");
            case Lens.Everyone everyone -> Texts.say("browse.norows.everyone", from.name());
        };
    }

    /** Nothing stays on the screen that was not read through the lens as it stands now. */
    private void withhold(Trouble trouble) {
        explain(Feather.ALERT_OCTAGON, trouble.message(), trouble.nextStep());
        desk.proof().set(new Proof(List.of(Texts.say("proof.norows"), trouble.message()), true));
    }

    private void explain(Ikon icon, String title, String text) {
        seen = null;
        rows.clear();
        viewer.nothing();
        desk.proof().set(null);
        summary.setText("");
        pages.nothing();
        export.setDisable(true);
        count.setDisable(true);
        body.getChildren().setAll(new Empty(icon, title, text));
    }

    private void count() {
        Lens lens = desk.lens().get();
        Asked now = asked;
        if (lens != null && now != null) {
            counting.start(
                    Texts.say("browse.count.job", now.relation()),
                    progress -> new Browser(desk.link().stoppedBy(progress.cancellation()), desk.found())
                            .count(lens, now.request()),
                    number -> summary.setText(Texts.count("browse.counted", number)));
        }
    }

    private void export() {
        Lens lens = desk.lens().get();
        if (lens != null && asked != null) {
            Link link = desk.link();
            ExportFile.choose(view.getScene().getWindow(), desk, link, lens, asked.request());
        }
    }

    private void showCell() {
        List<?> cells = grid.getSelectionModel().getSelectedCells();
        if (seen == null || cells.isEmpty() || !(cells.getFirst() instanceof TablePosition<?, ?> cell)) {
            viewer.nothing();
            return;
        }
        int column = cell.getColumn() - (seen.classes().isEmpty() ? 0 : 1);
        List<Table.Heading> headings = seen.table().headings();
        if (column >= 0
                && column < headings.size()
                && cell.getRow() < seen.table().rows().size()) {
            viewer.show(
                    headings.get(column), seen.table().rows().get(cell.getRow()).get(column));
        }
    }
}
