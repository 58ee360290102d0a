package dev.partywall.ui.backfill;

import dev.partywall.backfill.Assignment;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.TenantPicker;
import java.io.File;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The ways a person names: one tenant, a file, an expression, nothing, or to delete the rows. */
final class OwnWays extends VBox {
    private final Desk desk;
    private final ToggleGroup group;
    private final Consumer<Assignment> asked;
    private final Runnable opened;
    private final RadioButton fixed = radio("backfill.fixed", "fixed");
    private final Button tenant = new Button(Texts.say("backfill.tenant"), Icons.of(Feather.USER));
    private final RadioButton listed = radio("backfill.file", "listed");
    private final Button file = new Button(Texts.say("backfill.file.choose"), Icons.of(Feather.FILE_TEXT));
    private final RadioButton computed = radio("backfill.expression", "computed");
    private final TextField expression = new TextField();
    private final Button tryIt = new Button(Texts.say("backfill.try"));
    private final RadioButton leave = radio("backfill.leave.way", "leave");
    private final RadioButton delete = radio("backfill.delete", "delete");
    private final TenantPicker picker;

    /**
     * @param asked a way was named, and is to be tried
     * @param opened a way was begun and not named yet
     * @param left the rows are to stay as they are
     */
    OwnWays(Desk desk, ToggleGroup group, Consumer<Assignment> asked, Runnable opened, Runnable left) {
        super(8);
        this.desk = desk;
        this.group = group;
        this.asked = asked;
        this.opened = opened;
        this.picker = new TenantPicker(desk, this::fix);
        tenant.setId("fixedTenant");
        tenant.setMnemonicParsing(false);
        file.setId("mappingFile");
        file.setMnemonicParsing(false);
        expression.setId("expression");
        expression.setPromptText(Texts.say("backfill.expression.prompt"));
        expression.setAccessibleText(Texts.say("backfill.expression"));
        tryIt.setId("tryExpression");
        delete.getStyleClass().add("danger-choice");
        tenant.setOnAction(event -> picker.open(tenant));
        file.setOnAction(event -> chooseFile());
        expression.setOnAction(event -> compute());
        tryIt.setOnAction(event -> compute());
        tryIt.disableProperty().bind(expression.textProperty().map(String::isBlank));
        expression.textProperty().addListener((text, old, typed) -> retyped());
        fixed.setOnAction(event -> open(tenant::fire));
        listed.setOnAction(event -> open(file::fire));
        computed.setOnAction(event -> open(expression::requestFocus));
        leave.setOnAction(event -> left.run());
        delete.setOnAction(event -> ask(delete, new Assignment.Delete()));
        HBox.setHgrow(expression, Priority.ALWAYS);
        getChildren().addAll(line(fixed, tenant), line(listed, file), line(computed, expression, tryIt), leave, delete);
        group.getToggles().addAll(fixed, listed, computed, leave, delete);
    }

    private static RadioButton radio(String key, String id) {
        RadioButton button = new RadioButton(Texts.say(key));
        button.setId("way-" + id);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static HBox line(Node... parts) {
        HBox line = new HBox(8, parts);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** Another table: only what was decided about it is chosen. */
    void clear(@Nullable Decision decision) {
        group.selectToggle(decision instanceof Decision.Leave ? leave : null);
        tenant.setText(Texts.say("backfill.tenant"));
        file.setText(Texts.say("backfill.file.choose"));
        expression.clear();
        if (decision instanceof Decision.Take take) {
            show(take.proposal().assignment());
        }
    }

    private void show(Assignment way) {
        switch (way) {
            case Assignment.Fixed one -> {
                tenant.setText(desk.nameOf(one.tenant()));
                group.selectToggle(fixed);
            }
            case Assignment.Listed list -> {
                file.setText(list.file().getFileName().toString());
                group.selectToggle(listed);
            }
            case Assignment.Computed by -> {
                expression.setText(by.sql());
                group.selectToggle(computed);
            }
            case Assignment.Delete gone -> group.selectToggle(delete);
            case Assignment.Parent parent -> {}
            case Assignment.Children children -> {}
        }
    }

    /** Until a person has named it, nothing is decided. */
    private void open(Runnable next) {
        opened.run();
        next.run();
    }

    private void retyped() {
        if (computed.isSelected() && expression.isFocused()) {
            opened.run();
        }
    }

    private void fix(String id) {
        ask(fixed, new Assignment.Fixed(id));
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.say("backfill.file.title"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(Texts.say("backfill.file.kinds"), "*.csv", "*.json"));
        File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            ask(listed, new Assignment.Listed(chosen.toPath()));
        }
    }

    private void compute() {
        if (!expression.getText().isBlank()) {
            ask(computed, new Assignment.Computed(expression.getText().strip()));
        }
    }

    private void ask(RadioButton chosen, Assignment way) {
        group.selectToggle(chosen);
        show(way);
        asked.accept(way);
    }
}
