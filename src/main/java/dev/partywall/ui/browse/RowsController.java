package dev.partywall.ui.browse;

import dev.partywall.browse.Filter;
import dev.partywall.browse.From;
import dev.partywall.browse.Place;
import dev.partywall.browse.RowClass;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Lens;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Fxml;
import dev.partywall.ui.Proof;
import dev.partywall.ui.Texts;
import dev.partywall.ui.Trouble;
import dev.partywall.ui.part.CodeBox;
import dev.partywall.ui.part.Empty;
import dev.partywall.ui.part.Padlock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The rows of one relation, through the lens and through nothing else. */
final class RowsController {
    private final Desk desk;
    private final PageReading reading;
    private final Stretch stretch = new Stretch();
    private final Grid grid = new Grid();
    private final SidePanel side;
    private final PlanPane plans;
    private final Totals totals;
    private final Parent view;
    private @Nullable Asked asked;

    @FXML
    private SplitPane root;

    @FXML
    private Button back;

    @FXML
    private Label tableName;

    @FXML
    private Label summary;

    @FXML
    private Button missing;

    @FXML
    private ToggleButton plan;

    @FXML
    private ToggleButton sql;

    @FXML
    private Button columns;

    @FXML
    private Button export;

    @FXML
    private FilterBar filters;

    @FXML
    private ComparisonBar comparison;

    @FXML
    private CodeBox statement;

    @FXML
    private ProgressBar busy;

    @FXML
    private StackPane body;

    @FXML
    private PositionBar position;

    /** @param journey where foreign keys lead, and the way back */
    RowsController(Desk desk, Journey journey) {
        this.desk = desk;
        this.reading = new PageReading(desk);
        this.view = Fxml.load("rows", this);
        this.side = new SidePanel(desk, grid, journey);
        this.plans = new PlanPane(desk);
        this.totals = new Totals(desk, reading, position, comparison);
        root.getItems().add(side);
        journey.bind(back);
        wire();
    }

    private void wire() {
        busy.visibleProperty()
                .bind(reading.pages().busyProperty().or(reading.more().busyProperty()));
        new ColumnsMenu(columns, grid);
        new GridMenu(grid, side, filters, this::asked).install();
        grid.onSort(sort -> ask(now -> now.sortedBy(sort)));
        grid.scroll().onNear(this::up, this::down);
        grid.scroll().onMoved(this::moved);
        filters.onWanted(wanted -> ask(now -> now.filteredBy(wanted)), search -> ask(now -> now.searching(search)));
        comparison.offer(desk);
        comparison.onWanted(this::narrow);
        position.on(
                () -> ask(now -> now.from(new From.First())),
                () -> ask(now -> now.from(new From.Last())),
                this::jump,
                () -> asked().ifPresent(totals::toggleCount));
        plan.selectedProperty().subscribe(() -> read());
        sql.selectedProperty().subscribe(this::showStatement);
        missing.setOnAction(event -> side.askForRow(missing, asked));
        export.setOnAction(event -> export());
        GridKeys.install(grid, position);
        desk.lens().subscribe(lens -> again());
        desk.against().subscribe(lens -> again());
        showStatement(false);
    }

    Parent root() {
        return view;
    }

    Optional<Asked> asked() {
        return Optional.ofNullable(asked);
    }

    Optional<RelationName> relation() {
        return asked().map(now -> now.relation().name());
    }

    void stop() {
        reading.stop();
        plans.stop();
        side.stop();
    }

    /** Shows another relation, filtered as wished; {@link #read} brings its rows. */
    void show(Relation chosen, List<Filter> begun) {
        asked = Asked.of(chosen).filteredBy(begun);
        filters.offer(chosen, begun);
        comparison.reset();
        tableName.setText(chosen.name().name());
        tableName.setGraphic(Padlock.of(chosen));
        tableName.setTooltip(new Tooltip(chosen.name() + "\n" + Padlock.words(chosen)));
        summary.setText(Texts.count("browse.columns", chosen.columns().size()));
        side.show(chosen);
    }

    private void ask(java.util.function.UnaryOperator<Asked> change) {
        asked = asked == null ? null : change.apply(asked);
        read();
    }

    private void narrow(Set<RowClass> classes) {
        ask(now -> now.showing(classes));
    }

    private void again() {
        comparison.reset();
        ask(now -> now.showing(Set.of()));
    }

    /** F5 reads from where the page began. */
    void read() {
        Lens lens = desk.lens().get();
        comparison.show(
                desk, lens == null ? new Lens.Nobody() : lens, desk.against().get());
        missing.setDisable(asked == null || !desk.link().hasBypass());
        if (asked == null) {
            explain(Feather.GRID, Texts.say("browse.choose"), Texts.say("browse.choose.text"));
        } else if (lens == null) {
            explain(Feather.USER, Texts.say("browse.nolens"), Texts.say("browse.nolens.text"));
        } else if (plan.isSelected()) {
            reading.stop();
            position.nothing();
            body.getChildren().setAll(plans);
            plans.show(asked, lens);
        } else {
            Asked now = asked;
            reading.more().cancel();
            reading.read(reading.pages(), now, lens, page -> fill(now, lens, page), this::withhold);
        }
    }

    private void fill(Asked now, Lens lens, Seen page) {
        if (!proven(now, lens, page)) {
            return;
        }
        stretch.start(page, now.request().from() instanceof From.First);
        grid.show(
                now.relation().name().toString(),
                Field.of(now.relation(), page.table().headings()),
                page.rows(),
                desk.settings());
        body.getChildren().setAll(page.rows().isEmpty() ? none(now, lens) : grid);
        if (now.request().from().upwards()) {
            grid.view().scrollTo(page.rows().size());
        }
        statement.setText(
                page.statement() == null
                        ? Texts.say("browse.sql.both")
                        : page.statement().shown());
        position.open(
                page.previous() != null || page.next() != null, !page.keys().isEmpty());
        position.caution(page.caution());
        export.setDisable(desk.against().get() != null);
        columns.setDisable(false);
        moved();
        totals.start(now, lens, page);
    }

    /** Shows what the server says of itself; where that is not what was asked, no row is shown. */
    private boolean proven(Asked now, Lens lens, Seen page) {
        Proof proof = Proofs.of(desk.found(), lens, now.relation(), page);
        if (proof.broken()) {
            explain(
                    Feather.ALERT_OCTAGON,
                    Texts.say("browse.withheld"),
                    proof.facts().getFirst());
        }
        desk.proof().set(proof);
        return !proof.broken();
    }

    private void down() {
        Place place = stretch.next();
        if (place != null) {
            more(new From.After(place));
        }
    }

    private void up() {
        Place place = stretch.previous();
        if (place != null) {
            more(new From.Before(place));
        }
    }

    private void more(From from) {
        Lens lens = desk.lens().get();
        Asked now = asked;
        if (lens != null
                && now != null
                && !reading.more().isBusy()
                && !reading.pages().isBusy()) {
            reading.read(reading.more(), now.from(from), lens, page -> join(now, lens, from, page), this::withhold);
        }
    }

    private void join(Asked now, Lens lens, From from, Seen page) {
        if (!now.equals(asked) || !proven(now, lens, page)) {
            return;
        }
        if (from.upwards()) {
            grid.prepend(page.rows(), stretch.prepend(page));
        } else {
            grid.append(page.rows(), stretch.append(page));
        }
        moved();
    }

    private void moved() {
        if (!stretch.isEmpty()) {
            grid.scroll().settle();
            int first = grid.scroll().first();
            int last = Math.max(first, grid.scroll().last());
            long number = stretch.firstNumber();
            int rows = Math.min(last - first + 1, stretch.rows());
            position.show(number == 0 ? 0 : number + first, rows);
        }
    }

    private Node none(Asked now, Lens lens) {
        Button why = new Button(Texts.say("browse.missing"));
        why.setOnAction(event -> side.askForRow(why, now));
        Empty empty = new Empty(
                Feather.EYE_OFF,
                Texts.say("browse.norows"),
                now.isNarrowed() || !now.only().isEmpty() ? Texts.say("browse.norows.filtered") : whyNone(lens, now));
        if (desk.link().hasBypass() && !(lens instanceof Lens.Everyone)) {
            empty.getChildren().add(why);
        }
        return empty;
    }

    private String whyNone(Lens lens, Asked now) {
        return switch (lens) {
            case Lens.Tenant tenant ->
                Texts.say(
                        "browse.norows.tenant",
                        desk.nameOf(tenant.id()),
                        now.relation().name().name());
            case Lens.Nobody nobody -> Texts.say("browse.norows.nobody");
            case Lens.Everyone everyone ->
                Texts.say("browse.norows.everyone", now.relation().name().name());
        };
    }

    /** Nothing stays on the screen that was not read through the lens as it stands now. */
    private void withhold(Trouble trouble) {
        explain(Feather.ALERT_OCTAGON, trouble.message(), trouble.nextStep());
        desk.proof().set(Proofs.of(trouble));
    }

    private void explain(Ikon icon, String title, String text) {
        stretch.clear();
        grid.clear();
        side.nothing();
        desk.proof().set(null);
        position.nothing();
        statement.setText("");
        export.setDisable(true);
        columns.setDisable(true);
        body.getChildren().setAll(new Empty(icon, title, text));
    }

    private void showStatement(boolean shown) {
        statement.setVisible(shown);
        statement.setManaged(shown);
    }

    private void jump() {
        asked().ifPresent(now -> KeyForm.toJump(now, place -> ask(each -> each.from(new From.At(place))))
                .open(position.jump()));
    }

    private void export() {
        Lens lens = desk.lens().get();
        if (lens != null && asked != null) {
            new ExportDialog(desk, lens, asked).open(view.getScene().getWindow());
        }
    }
}
