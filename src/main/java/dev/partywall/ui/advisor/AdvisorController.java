package dev.partywall.ui.advisor;

import dev.partywall.advisor.Advice;
import dev.partywall.advisor.Baseline;
import dev.partywall.advisor.Family;
import dev.partywall.advisor.Finding;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Fxml;
import dev.partywall.ui.Page;
import dev.partywall.ui.Reports;
import dev.partywall.ui.Targeted;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Empty;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What the rules and scans say of this database, by what it lets happen. */
public final class AdvisorController implements Page, Targeted {
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final Desk desk;
    private final Parent view;
    private final SeverityChips chips;
    private @Nullable Finding wanted;

    @FXML
    private Label subtitle;

    @FXML
    private HBox severities;

    @FXML
    private TextField search;

    @FXML
    private MenuButton export;

    @FXML
    private ProgressIndicator busy;

    @FXML
    private ListView<FindingLine> list;

    @FXML
    private VBox detail;

    public AdvisorController(Desk desk) {
        this.desk = desk;
        this.view = Fxml.load("advisor", this);
        this.chips = new SeverityChips(severities, this::narrow);
        list.setCellFactory(cells -> new FindingCell());
        list.setPlaceholder(new Label(Texts.say("advisor.none")));
        list.getSelectionModel().selectedItemProperty().subscribe(this::describe);
        search.textProperty().subscribe(typed -> narrow());
        busy.visibleProperty().bind(desk.advising().busyProperty());
        Reports.wire(export, desk);
        export.disableProperty().bind(desk.advice().isNull());
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::find);
        desk.advice().subscribe(said -> fill());
        desk.suppressions().known().subscribe(changed -> fill());
        desk.advising().busyProperty().subscribe(running -> fill());
    }

    private void find(KeyEvent event) {
        if (FIND.match(event)) {
            search.requestFocus();
            search.selectAll();
            event.consume();
        }
    }

    @Override
    public Parent root() {
        return view;
    }

    @Override
    public void open() {
        desk.advising().ask();
    }

    @Override
    public void refresh() {
        desk.suppressions().load();
        desk.reread(this::open);
    }

    @Override
    public void stop() {
        desk.advising().stop();
    }

    private Baseline.@Nullable Sorted sorted() {
        Advice said = desk.advice().get();
        return said == null
                ? null
                : desk.suppressions().known().get().sort(said.findings(), LocalDate.now(ZoneId.systemDefault()));
    }

    private void fill() {
        Baseline.Sorted sorted = sorted();
        if (sorted == null) {
            subtitle.setText(Texts.say("advisor.running"));
            return;
        }
        int suppressed = sorted.exceptions().accepted().size();
        String findings = Texts.count("advisor.subtitle", sorted.open().size());
        subtitle.setText(suppressed == 0 ? findings : Texts.say("advisor.subtitle.suppressed", findings, suppressed));
        chips.count(sorted.open());
        narrow();
    }

    private void narrow() {
        Baseline.Sorted sorted = sorted();
        Advice said = desk.advice().get();
        if (sorted == null || said == null) {
            return;
        }
        Finding before = wanted == null ? chosen() : wanted;
        list.getItems().setAll(FindingLine.of(sorted, said.failures(), this::isShown, this::isClear));
        choose(before);
    }

    private boolean isShown(Finding finding) {
        String typed = search.getText().strip().toLowerCase(Locale.ROOT);
        String words =
                String.join(" ", finding.title(), finding.id(), finding.object().name(), finding.evidence());
        return chips.shows(finding) && words.toLowerCase(Locale.ROOT).contains(typed);
    }

    /** Said only once everything was asked, and not while one looks for something. */
    private boolean isClear(Family family) {
        return search.getText().isBlank()
                && !desk.advising().busyProperty().get()
                && Reports.of(desk).isClear(family);
    }

    private @Nullable Finding chosen() {
        return switch (list.getSelectionModel().getSelectedItem()) {
            case FindingLine.Of of -> of.finding();
            case FindingLine.Suppressed suppressed -> suppressed.accepted().finding();
            case null -> null;
            default -> null;
        };
    }

    /** The finding if it is shown; otherwise the first there is. */
    private void choose(@Nullable Finding finding) {
        FindingLine first = null;
        for (FindingLine line : list.getItems()) {
            if (line instanceof FindingLine.Of of) {
                first = first == null ? line : first;
                if (of.finding().equals(finding)) {
                    list.getSelectionModel().select(line);
                    return;
                }
            }
        }
        if (first == null) {
            list.getSelectionModel().clearSelection();
            describe(null);
        } else {
            list.getSelectionModel().select(first);
        }
    }

    private void describe(@Nullable FindingLine line) {
        switch (line) {
            case FindingLine.Of of -> detail.getChildren().setAll(FindingDetail.of(desk, of.finding()));
            case FindingLine.Suppressed suppressed ->
                detail.getChildren().setAll(FindingDetail.suppressed(desk, suppressed.accepted()));
            case FindingLine.Broken broken ->
                detail.getChildren()
                        .setAll(new Empty(
                                Feather.ALERT_TRIANGLE,
                                broken.failed().id(),
                                broken.failed().reason()));
            case FindingLine.Clear clear -> detail.getChildren().setAll(FamilyDetail.of(clear.family()));
            case null -> detail.getChildren().setAll(nothing());
            default -> detail.getChildren().setAll(nothing());
        }
    }

    private Empty nothing() {
        return isContent()
                ? new Empty(Feather.CHECK_CIRCLE, Texts.say("advisor.well"), Texts.say("advisor.well.text"))
                : new Empty(Feather.MOUSE_POINTER, Texts.say("advisor.choose"), Texts.say("advisor.choose.text"));
    }

    private boolean isContent() {
        Advice said = desk.advice().get();
        return said != null
                && said.complete()
                && said.findings().isEmpty()
                && !desk.advising().busyProperty().get();
    }

    @Override
    public void show(Object target) {
        if (target instanceof Finding finding) {
            search.clear();
            wanted = finding;
            choose(finding);
            wanted = null;
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 2));
        }
    }
}
