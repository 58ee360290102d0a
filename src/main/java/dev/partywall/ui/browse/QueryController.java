package dev.partywall.ui.browse;

import dev.partywall.browse.copy.CopyFormat;
import dev.partywall.browse.query.QueryAnswer;
import dev.partywall.browse.query.QueryBox;
import dev.partywall.connect.Lens;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Fxml;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Proof;
import dev.partywall.ui.Texts;
import dev.partywall.ui.Trouble;
import dev.partywall.ui.part.Choices;
import dev.partywall.ui.part.Empty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** One statement of one's own, through the lens. What was asked is remembered until the window closes, and nowhere else. */
final class QueryController {
    private static final KeyCombination RUN = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final int REMEMBERED = 30;
    private static final int SHOWN = 70;

    private final Desk desk;
    private final Lane lane;
    private final Parent view;
    private final Grid grid = new Grid();
    private final CopyOut out = new CopyOut(grid, () -> null);

    @FXML
    private Label through;

    @FXML
    private MenuButton history;

    @FXML
    private ComboBox<Integer> limit;

    @FXML
    private Button cancel;

    @FXML
    private Button run;

    @FXML
    private TextArea text;

    @FXML
    private Label refusal;

    @FXML
    private ProgressBar busy;

    @FXML
    private StackPane body;

    @FXML
    private Label result;

    QueryController(Desk desk) {
        this.desk = desk;
        this.lane = desk.work().lane();
        this.view = Fxml.load("query", this);
        wire();
    }

    private void wire() {
        limit.getItems().setAll(100, 1_000, 10_000);
        limit.setConverter(new Choices<>(rows -> Texts.count("query.limit", rows)));
        limit.setValue(1_000);
        text.setId("query-text");
        refusal.managedProperty().bind(refusal.textProperty().isNotEmpty());
        refusal.setId("query-refusal");
        result.setId("query-result");
        run.setId("query-run");
        run.disableProperty()
                .bind(text.textProperty()
                        .map(String::isBlank)
                        .orElse(true)
                        .flatMap(blank ->
                                desk.lens().map(lens -> lens == null || blank).orElse(true)));
        run.setOnAction(event -> run());
        cancel.disableProperty().bind(lane.busyProperty().not());
        cancel.setOnAction(event -> lane.cancel());
        busy.visibleProperty().bind(lane.busyProperty());
        history.setDisable(true);
        grid.onSort(sort -> {});
        grid.view().setContextMenu(new ContextMenu(out.copyItem(), out.menu()));
        grid.addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        desk.lens().subscribe(lens -> nothing());
    }

    private void typed(KeyEvent event) {
        if (RUN.match(event)) {
            run.fire();
            event.consume();
        } else if (COPY.match(event) && event.getSource() == grid) {
            out.copy(CopyFormat.TSV);
            event.consume();
        }
    }

    Parent root() {
        return view;
    }

    void open() {
        nothing();
        text.requestFocus();
    }

    void stop() {
        lane.cancel();
    }

    /** What one lens was answered is not shown under another. */
    private void nothing() {
        lane.cancel();
        Lens lens = desk.lens().get();
        through.setText(
                switch (lens) {
                    case null -> Texts.say("query.nolens");
                    case Lens.Tenant tenant -> Texts.say("query.tenant", desk.nameOf(tenant.id()));
                    case Lens.Nobody nobody -> Texts.say("query.nobody");
                    case Lens.Everyone everyone -> Texts.say("query.everyone");
                });
        grid.clear();
        refusal.setText("");
        result.setText("");
        if (view.getScene() != null) {
            desk.proof().set(null);
        }
        body.getChildren().setAll(new Empty(Feather.TERMINAL, Texts.say("query.empty"), Texts.say("query.empty.text")));
    }

    private void run() {
        Lens lens = desk.lens().get();
        String typed = text.getText();
        if (lens != null) {
            remember(typed);
            nothing();
            int rows = limit.getValue();
            lane.start(
                    Texts.say("query.job"),
                    progress -> new QueryBox(desk.link().stoppedBy(progress.cancellation()), desk.found())
                            .run(lens, typed, rows),
                    answer -> show(lens, answer),
                    this::refuse);
        }
    }

    private void show(Lens lens, QueryAnswer answer) {
        Proof proof = Proofs.of(desk.found(), lens, answer);
        desk.proof().set(proof);
        if (proof.broken()) {
            refusal.setText(proof.facts().getFirst());
            return;
        }
        Seen page = Seen.of(answer);
        grid.show("", Field.of(answer.table().headings()), page.rows(), desk.settings());
        body.getChildren()
                .setAll(
                        page.rows().isEmpty()
                                ? new Empty(Feather.EYE_OFF, Texts.say("browse.norows"), Texts.say("query.norows"))
                                : grid);
        int rows = answer.table().rows().size();
        result.setText(answer.table().more() ? Texts.say("query.more", rows) : Texts.count("query.rows", rows));
    }

    private void refuse(Trouble trouble) {
        refusal.setText(trouble.message() + " " + trouble.nextStep());
        desk.proof().set(Proofs.of(trouble));
    }

    private void remember(String typed) {
        history.getItems().removeIf(item -> typed.equals(item.getUserData()));
        String line = typed.strip().replaceAll("\\s+", " ");
        MenuItem item = new MenuItem(line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line);
        item.setMnemonicParsing(false);
        item.setUserData(typed);
        item.setOnAction(event -> text.setText(typed));
        history.getItems().addFirst(item);
        if (history.getItems().size() > REMEMBERED) {
            history.getItems().removeLast();
        }
        history.setDisable(false);
    }
}
