package dev.partywall.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads {@code /fxml/<name>.fxml} with a controller that is there already. */
public final class Fxml {
    private Fxml() {}

    public static Parent load(String name, Object controller) {
        FXMLLoader loader = new FXMLLoader(
                Objects.requireNonNull(Fxml.class.getResource("/fxml/" + name + ".fxml"), name), Texts.bundle());
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("fxml/" + name + ".fxml", e);
        }
    }
}
