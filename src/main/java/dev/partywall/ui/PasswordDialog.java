package dev.partywall.ui;

import atlantafx.base.controls.PasswordTextField;
import dev.partywall.profile.Address;
import dev.partywall.profile.Password;
import dev.partywall.profile.PasswordPrompt;
import dev.partywall.ui.part.Words;
import javafx.scene.Scene;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks for a password in the window; it is kept in memory only. */
final class PasswordDialog implements PasswordPrompt {
    private final Work work;
    private final Scene owner;

    PasswordDialog(Work work, Scene owner) {
        this.work = work;
        this.owner = owner;
    }

    @Override
    public @Nullable Password ask(Address address) {
        return work.ask(() -> show(address));
    }

    private @Nullable Password show(Address address) {
        PasswordTextField field = new PasswordTextField();
        field.setPromptText(Texts.say("password.prompt"));
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner.getWindow());
        dialog.setTitle(Texts.say("window.title"));
        dialog.getDialogPane().getStylesheets().setAll(owner.getStylesheets());
        dialog.getDialogPane().getButtonTypes().addAll(ButtonType.OK, ButtonType.CANCEL);
        dialog.getDialogPane().setContent(new VBox(10, Words.text(Texts.say("password.for", address)), field));
        dialog.setOnShown(event -> field.requestFocus());
        return dialog.showAndWait()
                .filter(ButtonType.OK::equals)
                .map(pressed -> new Password(field.getPassword()))
                .orElse(null);
    }
}
