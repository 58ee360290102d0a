package dev.partywall.ui.start;

import dev.partywall.profile.Profile;
import dev.partywall.profile.Redaction;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Badge;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A saved database: name, environment, where. */
final class ProfileCell extends ListCell<Profile> {
    private final Label name = new Label();
    private final Label url = new Label();
    private final Badge environment = new Badge("", "plain");
    private final HBox line;

    ProfileCell() {
        name.getStyleClass().add("strong");
        url.getStyleClass().add("caption");
        VBox words = new VBox(name, url);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        line = new HBox(10, words, environment);
        line.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Profile profile, boolean empty) {
        super.updateItem(profile, empty);
        setGraphic(empty ? null : line);
        if (!empty) {
            String word = profile.environment().name().toLowerCase(Locale.ROOT);
            name.setText(profile.name());
            url.setText(Redaction.shown(profile.app().url()));
            environment.setText(Texts.say("environment." + word));
            environment.getStyleClass().removeIf(style -> style.startsWith("environment-"));
            environment.getStyleClass().add("environment-" + word);
        }
    }
}
