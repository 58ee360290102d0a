package dev.partywall.ui.browse;

import dev.partywall.access.Inspection;
import dev.partywall.browse.Filter;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Fxml;
import dev.partywall.ui.Page;
import dev.partywall.ui.Targeted;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The tables with their padlocks, and the rows of the chosen one; or a query of one's own. */
public final class BrowseController implements Page, Targeted {
    private static final KeyCombination BACK = new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN);
    private static final KeyCombination QUERY = new KeyCodeCombination(KeyCode.Q, KeyCombination.SHORTCUT_DOWN);

    private final Desk desk;
    private final ObservableList<Relation> relations = FXCollections.observableArrayList();
    private final FilteredList<Relation> listed = new FilteredList<>(relations);
    private final Journey journey = new Journey(this::travel);
    private final Visibility visibility;
    private final RowsController rows;
    private final QueryController queries;
    private final Parent view;
    private @Nullable Inspection known;

    @FXML
    private SplitPane root;

    @FXML
    private TextField search;

    @FXML
    private ListView<Relation> tables;

    @FXML
    private ToggleButton query;

    public BrowseController(Desk desk) {
        this.desk = desk;
        this.view = Fxml.load("browse", this);
        this.visibility = new Visibility(desk, tables::refresh);
        this.rows = new RowsController(desk, journey);
        this.queries = new QueryController(desk);
        root.getItems().add(rows.root());
        tables.setItems(listed);
        tables.setFixedCellSize(32);
        tables.setCellFactory(list -> new TableLine(visibility));
        tables.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        search.textProperty().subscribe(this::narrow);
        query.selectedProperty().subscribe(this::swap);
        desk.lens().subscribe(lens -> visibility.ask(relations, lens, false));
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
    }

    private void typed(KeyEvent event) {
        if (BACK.match(event)) {
            journey.back();
            event.consume();
        } else if (QUERY.match(event)) {
            query.fire();
            event.consume();
        }
    }

    /** The query box in place of the rows, or the rows again. */
    private void swap(boolean asking) {
        double[] where = root.getDividerPositions();
        if (root.getItems().size() == 2) {
            root.getItems().set(1, asking ? queries.root() : rows.root());
            root.setDividerPositions(where);
            if (asking) {
                rows.stop();
                queries.open();
            } else {
                rows.read();
            }
        }
    }

    @Override
    public Parent root() {
        return view;
    }

    @Override
    public void open() {
        if (known != desk.found()) {
            known = desk.found();
            relations.setAll(known.snapshot().relations());
            visibility.ask(relations, desk.lens().get(), true);
            rows.relation().flatMap(this::named).ifPresent(relation -> {
                rows.show(relation, List.of());
                select(relation);
            });
        }
        if (!query.isSelected()) {
            rows.read();
        }
    }

    @Override
    public void refresh() {
        desk.reread(this::open);
    }

    @Override
    public void stop() {
        rows.stop();
        queries.stop();
        visibility.stop();
    }

    @Override
    public void show(Object target) {
        if (target instanceof RelationName name) {
            search.clear();
            query.setSelected(false);
            named(name).ifPresent(this::select);
        }
    }

    private void select(Relation relation) {
        tables.getSelectionModel().select(relation);
        tables.scrollTo(relation);
    }

    private Optional<Relation> named(RelationName name) {
        return relations.stream()
                .filter(relation -> relation.name().equals(name))
                .findFirst();
    }

    private void narrow(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        listed.setPredicate(
                relation -> relation.name().toString().toLowerCase(Locale.ROOT).contains(wanted));
    }

    private void choose(@Nullable Relation relation) {
        if (relation != null && !rows.relation().equals(Optional.of(relation.name()))) {
            arrive(relation, List.of());
        }
        if (relation != null) {
            query.setSelected(false);
        }
    }

    private void travel(Journey.Stop stop) {
        named(stop.relation()).ifPresent(relation -> {
            arrive(relation, stop.filters());
            search.clear();
            select(relation);
        });
    }

    private void arrive(Relation relation, List<Filter> filters) {
        rows.show(relation, filters);
        journey.arrived(new Journey.Stop(relation.name(), filters));
        rows.read();
    }
}
