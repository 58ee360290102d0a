package dev.partywall.ui.advisor;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Advice;
import dev.partywall.advisor.Advisor;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Severity;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Fxml;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Page;
import dev.partywall.ui.Targeted;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Empty;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.States;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What the rules say of this database, worst first. */
public final class AdvisorController implements Page, Targeted {
    private final Desk desk;
    private final Lane lane;
    private final Parent view;
    private final Set<Severity> hidden = EnumSet.noneOf(Severity.class);
    private @Nullable Inspection known;
    private Advice advice = new Advice(List.of(), List.of());

    @FXML
    private Label subtitle;

    @FXML
    private HBox severities;

    @FXML
    private TextField search;

    @FXML
    private StackPane body;

    @FXML
    private SplitPane split;

    @FXML
    private ListView<FindingLine> list;

    @FXML
    private VBox detail;

    public AdvisorController(Desk desk) {
        this.desk = desk;
        this.lane = desk.work().lane();
        this.view = Fxml.load("advisor", this);
        list.setCellFactory(cells -> new FindingCell());
        list.getSelectionModel().selectedItemProperty().subscribe(this::describe);
        search.textProperty().subscribe(typed -> narrow());
        describe(null);
    }

    @Override
    public Parent root() {
        return view;
    }

    @Override
    public void open() {
        if (known != desk.found()) {
            known = desk.found();
            advise(known);
        }
    }

    @Override
    public void refresh() {
        desk.reread(this::open);
    }

    @Override
    public void stop() {
        lane.cancel();
    }

    private void advise(Inspection found) {
        body.getChildren().setAll(new ProgressIndicator());
        subtitle.setText(Texts.say("advisor.running"));
        lane.start(Texts.say("advisor.job"), progress -> new Advisor().advise(found), this::fill, trouble -> {
            body.getChildren().setAll(new Empty(Feather.ALERT_TRIANGLE, trouble.message(), trouble.nextStep()));
            desk.work().report(trouble.cause());
        });
    }

    private void fill(Advice said) {
        advice = said;
        desk.advice().set(said);
        subtitle.setText(Texts.count("advisor.subtitle", said.findings().size()));
        severities
                .getChildren()
                .setAll(EnumSet.allOf(Severity.class).stream()
                        .filter(severity -> count(severity) > 0)
                        .map(this::chip)
                        .toList());
        body.getChildren().setAll(said.findings().isEmpty() && said.complete() ? allWell() : split);
        narrow();
        list.getSelectionModel().select(Math.min(1, list.getItems().size() - 1));
    }

    private long count(Severity severity) {
        return advice.findings().stream()
                .filter(each -> each.severity() == severity)
                .count();
    }

    private Node chip(Severity severity) {
        ToggleButton chip = new ToggleButton(
                Texts.say("advisor.chip", Texts.say("severity." + severity.word()), count(severity)),
                Icons.of(States.icon(severity)));
        chip.getStyleClass().addAll("chip", "tone-" + States.tone(severity));
        chip.setSelected(!hidden.contains(severity));
        chip.setMinWidth(ToggleButton.USE_PREF_SIZE);
        chip.setOnAction(event -> {
            if (!hidden.remove(severity)) {
                hidden.add(severity);
            }
            narrow();
        });
        return chip;
    }

    private static Node allWell() {
        return new Empty(Feather.CHECK_CIRCLE, Texts.say("advisor.well"), Texts.say("advisor.well.text"));
    }

    private void narrow() {
        String typed = search.getText().strip().toLowerCase(Locale.ROOT);
        List<Finding> shown = advice.findings().stream()
                .filter(finding -> !hidden.contains(finding.severity()))
                .filter(finding -> (finding.title() + " " + finding.id())
                        .toLowerCase(Locale.ROOT)
                        .contains(typed))
                .toList();
        list.getItems().setAll(FindingLine.grouped(shown, advice.failures()));
    }

    private void describe(@Nullable FindingLine line) {
        if (line instanceof FindingLine.Of of) {
            detail.getChildren().setAll(FindingDetail.of(desk, of.finding()));
        } else if (line instanceof FindingLine.Broken broken) {
            Advice.Failed failed = broken.failed();
            detail.getChildren().setAll(new Empty(Feather.ALERT_TRIANGLE, failed.id(), failed.reason()));
        } else {
            detail.getChildren()
                    .setAll(new Empty(
                            Feather.MOUSE_POINTER, Texts.say("advisor.choose"), Texts.say("advisor.choose.text")));
        }
    }

    @Override
    public void show(Object target) {
        list.getItems().stream()
                .filter(line ->
                        line instanceof FindingLine.Of of && of.finding().equals(target))
                .findFirst()
                .ifPresent(line -> {
                    list.getSelectionModel().select(line);
                    list.scrollTo(line);
                });
    }
}
