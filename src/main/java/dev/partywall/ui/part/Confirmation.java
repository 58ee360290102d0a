package dev.partywall.ui.part;

import dev.partywall.ui.Texts;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextInputDialog;
import javafx.stage.Window;

/** Asks a person to type a word before something that cannot be taken lightly. */
public final class Confirmation {
    private Confirmation() {}

    /** Whether the person chose to do it. */
    public static boolean asked(Window owner, String question, String explanation, String action) {
        Alert dialog = new Alert(Alert.AlertType.CONFIRMATION, explanation);
        ButtonType yes = new ButtonType(action, ButtonBar.ButtonData.OK_DONE);
        dialog.getButtonTypes().setAll(yes, ButtonType.CANCEL);
        dialog.initOwner(owner);
        dialog.setTitle(Texts.say("window.title"));
        dialog.setHeaderText(question);
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        return dialog.showAndWait().filter(yes::equals).isPresent();
    }

    /** Whether exactly {@code word} was typed. */
    public static boolean typed(Window owner, String word, String question) {
        TextInputDialog dialog = new TextInputDialog();
        dialog.initOwner(owner);
        dialog.setTitle(Texts.say("window.title"));
        dialog.setHeaderText(question);
        dialog.setContentText(Texts.say("confirm.type", word));
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        Node confirm = dialog.getDialogPane().lookupButton(ButtonType.OK);
        confirm.setDisable(true);
        dialog.getEditor().textProperty().subscribe(typed -> confirm.setDisable(!word.equals(typed)));
        return dialog.showAndWait().filter(typed -> Objects.equals(typed, word)).isPresent();
    }
}
