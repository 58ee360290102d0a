package dev.partywall.ui.frame;

import dev.partywall.ui.Texts;
import dev.partywall.ui.Trouble;
import dev.partywall.ui.part.Clip;
import dev.partywall.ui.part.Icons;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One failure: what happened, what to do next, copy, close. */
public final class Notice extends HBox {
    private final Runnable closing;

    public Notice(Trouble trouble, Consumer<Notice> closer) {
        super(10);
        getStyleClass().add("notice");
        setAlignment(Pos.CENTER_LEFT);
        Label message = new Label(trouble.message());
        message.getStyleClass().add("notice-message");
        message.setWrapText(true);
        Label next = new Label(trouble.nextStep());
        next.setWrapText(true);
        VBox words = new VBox(2, message, next);
        words.setMinWidth(0);
        setHgrow(words, Priority.ALWAYS);
        Button copy = new Button(Texts.say("notice.copy"), Icons.of(Feather.COPY));
        copy.getStyleClass().addAll("flat", "small");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(event -> Clip.copy(trouble.details()));
        Button close = new Button(null, Icons.of(Feather.X));
        close.getStyleClass().addAll("flat", "button-icon", "small");
        close.setAccessibleText(Texts.say("notice.close"));
        close.setOnAction(event -> closer.accept(this));
        getChildren().addAll(Icons.of(Feather.ALERT_TRIANGLE), words, copy, close);
        closing = () -> closer.accept(this);
    }

    /** A way out, beside the words; the message closes when it is taken. */
    void offer(String id, String text, Runnable action) {
        Button way = new Button(text, Icons.of(Feather.REFRESH_CW));
        way.setId(id);
        way.getStyleClass().add("small");
        way.setMinWidth(USE_PREF_SIZE);
        way.setOnAction(event -> {
            closing.run();
            action.run();
        });
        getChildren().add(2, way);
    }
}
