package dev.partywall.ui.backfill;

import dev.partywall.backfill.Proposal;
import dev.partywall.backfill.Undecided;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Columns;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.Shown;
import dev.partywall.ui.part.Words;
import java.io.File;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What a way would come to: a few rows of each kind, and all rows that are left for a person to decide. */
final class AnswerPane extends VBox {
    private final Desk desk;
    private final Engine engine;
    private final Draft draft;
    private final Lane listing;
    private final VBox figures = new VBox(6);
    private final TableView<Proposal.Sample> samples = Tables.of("samples", "backfill.samples");
    private final VBox undecided = new VBox(8);
    private final Label left = Words.text("", "strong");
    private final Button list = new Button(Texts.say("backfill.list"), Icons.of(Feather.LIST));
    private final Button export = new Button(Texts.say("backfill.export"), Icons.of(Feather.DOWNLOAD));
    private final TableView<Undecided> rows = Tables.of("undecided", "backfill.undecided.rows");
    private @Nullable Proposal shown;

    AnswerPane(Desk desk, Engine engine, Draft draft) {
        super(10);
        this.desk = desk;
        this.engine = engine;
        this.draft = draft;
        this.listing = desk.work().lane();
        getStyleClass().add("card");
        samples.getColumns().add(Columns.text(Texts.say("backfill.row"), 190, row -> String.join(", ", row.key())));
        samples.getColumns()
                .add(Columns.text(
                        Texts.say("backfill.what"), 170, row -> row.agreement().words()));
        samples.getColumns().add(Columns.text(Texts.say("backfill.tenant"), 200, this::tenants));
        rows.getColumns().add(Columns.text(Texts.say("backfill.row"), 190, row -> String.join(", ", row.key())));
        rows.getColumns()
                .add(Columns.text(
                        Texts.say("backfill.what"), 170, row -> row.agreement().words()));
        rows.getColumns().add(Columns.text(Texts.say("backfill.between"), 200, this::tenants));
        list.setId("listUndecided");
        list.disableProperty().bind(listing.busyProperty());
        list.setOnAction(event -> list());
        export.setId("exportUndecided");
        export.setOnAction(event -> chooseFile());
        HBox buttons = new HBox(8, list, export);
        buttons.setAlignment(Pos.CENTER_LEFT);
        undecided.getChildren().addAll(left, buttons, Words.text(Texts.say("backfill.export.text"), "caption"), rows);
        getChildren().addAll(Words.text(Texts.say("backfill.comes"), "group-heading"), figures, samples, undecided);
        hide();
    }

    private String tenants(Proposal.Sample row) {
        String one = row.tenant() == null ? "" : desk.nameOf(row.tenant());
        return row.other() == null ? one : Texts.say("backfill.or", one, desk.nameOf(row.other()));
    }

    private String tenants(Undecided row) {
        return String.join(", ", row.tenants().stream().map(desk::nameOf).toList());
    }

    void hide() {
        shown = null;
        listing.cancel();
        Shown.set(this, false);
    }

    void stop() {
        listing.cancel();
    }

    void show(Proposal proposal) {
        listing.cancel();
        shown = proposal;
        Shown.set(this, true);
        figures.getChildren().setAll(Ways.badges(proposal));
        Tables.fill(samples, proposal.samples());
        left.setText(Texts.say("backfill.left", proposal.left()));
        Shown.set(undecided, proposal.left() > 0);
        Shown.set(rows, false);
    }

    private void list() {
        Proposal way = shown;
        if (way != null) {
            var others = draft.others(way.table());
            listing.start(
                    Texts.say("backfill.list.job", way.table()),
                    told -> UndecidedRows.first(engine.reading(told), way, others),
                    this::listed);
        }
    }

    private void listed(List<Undecided> found) {
        Tables.fill(rows, found);
        Shown.set(rows, true);
    }

    private void chooseFile() {
        Proposal way = shown;
        if (way == null) {
            return;
        }
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(way.table().name() + "-undecided.csv");
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            export(way, file);
        }
    }

    private void export(Proposal way, File file) {
        var others = draft.others(way.table());
        String column = desk.found().tenancy().columnOf(way.table()).orElseThrow();
        listing.start(
                Texts.say("backfill.export.job", way.table()),
                told -> UndecidedRows.write(file.toPath(), column, engine.reading(told), way, others),
                written -> left.setText(Texts.say("backfill.exported", written, file)));
    }
}
