package dev.partywall.ui.policies;

import dev.partywall.access.AccessKind;
import dev.partywall.access.Inspection;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.RelationName;
import dev.partywall.catalog.Role;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Fxml;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Page;
import dev.partywall.ui.Targeted;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Empty;
import dev.partywall.ui.part.States;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Tables by commands for one role; a cell opens why it is so. */
public final class PoliciesController implements Page, Targeted {
    private final Desk desk;
    private final Lane reading;
    private final Lane asking;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final FilteredList<Line> shown = new FilteredList<>(lines);
    private final Parent view;
    private @Nullable Inspection known;
    private @Nullable RelationName wanted;

    @FXML
    private Label subtitle;

    @FXML
    private ComboBox<String> role;

    @FXML
    private ComboBox<Shown> filter;

    @FXML
    private TextField search;

    @FXML
    private TableView<Line> matrix;

    @FXML
    private HBox legend;

    @FXML
    private VBox detail;

    public PoliciesController(Desk desk) {
        this.desk = desk;
        this.reading = desk.work().lane();
        this.asking = desk.work().lane();
        this.view = Fxml.load("policies", this);
        wire();
    }

    @Override
    public Parent root() {
        return view;
    }

    private void wire() {
        filter.getItems().setAll(Shown.values());
        filter.setValue(Shown.ALL);
        filter.valueProperty().subscribe(chosen -> narrow());
        search.textProperty().subscribe(typed -> narrow());
        role.setOnAction(event -> compute());
        Matrix.build(matrix, shown);
        matrix.getSelectionModel().getSelectedCells().subscribe(this::explain);
        for (AccessKind kind : AccessKind.values()) {
            legend.getChildren()
                    .add(States.badge(kind)
                            .tip(Texts.say("access.tip." + kind.name().toLowerCase(Locale.ROOT))));
        }
        explain();
    }

    @Override
    public void open() {
        if (known != desk.found()) {
            known = desk.found();
            List<String> roles =
                    known.snapshot().roles().stream().map(Role::name).sorted().toList();
            role.getItems().setAll(roles);
            role.setValue(known.appRole());
            compute();
        }
    }

    @Override
    public void refresh() {
        desk.reread(this::open);
    }

    @Override
    public void stop() {
        reading.cancel();
        asking.cancel();
    }

    private void compute() {
        String who = role.getValue();
        if (who == null) {
            return;
        }
        Inspection found = desk.found();
        reading.start(
                Texts.say("policies.job", who),
                progress -> found.snapshot().relations().stream()
                        .map(relation -> Line.of(found.access(), who, relation))
                        .toList(),
                this::fill);
    }

    private void fill(List<Line> computed) {
        lines.setAll(computed);
        long open = computed.stream().filter(Shown.EVERYTHING::admits).count();
        subtitle.setText(Texts.say("policies.subtitle", role.getValue(), computed.size(), open));
        if (wanted != null) {
            select(wanted);
        }
    }

    private void narrow() {
        String typed = search.getText().strip().toLowerCase(Locale.ROOT);
        Shown which = filter.getValue();
        shown.setPredicate(line -> which.admits(line)
                && line.relation().name().toString().toLowerCase(Locale.ROOT).contains(typed));
    }

    @Override
    public void show(Object target) {
        if (target instanceof RelationName name) {
            wanted = name;
            select(name);
        } else if (target instanceof ObjectRef ref && ref.schema() != null && ref.table() != null) {
            show(new RelationName(ref.schema(), ref.table()));
        }
    }

    private void select(RelationName name) {
        for (Line line : shown) {
            if (line.relation().name().equals(name)) {
                matrix.getSelectionModel()
                        .clearAndSelect(shown.indexOf(line), matrix.getColumns().get(1));
                matrix.scrollTo(line);
                wanted = null;
            }
        }
    }

    private void explain() {
        List<?> cells = matrix.getSelectionModel().getSelectedCells();
        if (cells.isEmpty()
                || !(cells.getFirst() instanceof TablePosition<?, ?> cell)
                || cell.getRow() >= shown.size()) {
            detail.getChildren()
                    .setAll(new Empty(
                            Feather.MOUSE_POINTER, Texts.say("policies.choose"), Texts.say("policies.choose.text")));
            return;
        }
        Line line = shown.get(cell.getRow());
        Privilege command = Line.COMMANDS.get(Math.max(0, cell.getColumn() - 1));
        detail.getChildren().setAll(Explanation.of(desk, asking, line, command, role.getValue()));
    }
}
