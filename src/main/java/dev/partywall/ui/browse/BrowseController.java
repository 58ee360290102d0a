package dev.partywall.ui.browse;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Fxml;
import dev.partywall.ui.Page;
import dev.partywall.ui.Targeted;
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
import org.jspecify.annotations.Nullable;

/** The tables with their padlocks, and the rows of the chosen one. */
public final class BrowseController implements Page, Targeted {
    private final Desk desk;
    private final ObservableList<Relation> relations = FXCollections.observableArrayList();
    private final FilteredList<Relation> listed = new FilteredList<>(relations);
    private final RowsController rows;
    private final Parent view;
    private @Nullable Inspection known;

    @FXML
    private SplitPane root;

    @FXML
    private TextField search;

    @FXML
    private ListView<Relation> tables;

    public BrowseController(Desk desk) {
        this.desk = desk;
        this.view = Fxml.load("browse", this);
        this.rows = new RowsController(desk);
        root.getItems().add(rows.root());
        tables.setItems(listed);
        tables.setFixedCellSize(31);
        tables.setCellFactory(list -> new TableLine());
        tables.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        search.textProperty().subscribe(this::narrow);
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
            rows.relation().flatMap(this::named).ifPresent(relation -> {
                rows.show(relation);
                tables.getSelectionModel().select(relation);
            });
        }
        rows.read();
    }

    @Override
    public void refresh() {
        desk.reread(this::open);
    }

    @Override
    public void stop() {
        rows.stop();
    }

    @Override
    public void show(Object target) {
        if (target instanceof RelationName name) {
            search.clear();
            named(name).ifPresent(relation -> {
                tables.getSelectionModel().select(relation);
                tables.scrollTo(relation);
            });
        }
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
            rows.show(relation);
            rows.read();
        }
    }
}
