package dev.partywall.ui.start;

import dev.partywall.ui.part.Icons;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One line of the doctor: well, or what to do. */
final class CheckLine extends HBox {
    CheckLine(Doors.Check check) {
        super(8);
        Label text = new Label(check.text());
        text.setWrapText(true);
        VBox words = new VBox(text);
        if (!check.remedy().isEmpty()) {
            Label remedy = new Label(check.remedy());
            remedy.setWrapText(true);
            remedy.getStyleClass().add("muted");
            words.getChildren().add(remedy);
        }
        getChildren()
                .addAll(
                        check.well()
                                ? Icons.of(Feather.CHECK_CIRCLE, "icon-good")
                                : Icons.of(Feather.X_CIRCLE, "icon-bad"),
                        words);
    }
}
