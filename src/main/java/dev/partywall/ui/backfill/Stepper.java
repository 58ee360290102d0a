package dev.partywall.ui.backfill;

import dev.partywall.ui.Texts;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The steps in a row: which one is in front, which can be gone to. */
public final class Stepper extends HBox {
    private static final PseudoClass FRONT = PseudoClass.getPseudoClass("front");

    private final Map<Step, Button> buttons = new EnumMap<>(Step.class);

    public Stepper() {
        super(4);
        getStyleClass().add("stepper");
        setAlignment(Pos.CENTER_LEFT);
        for (Step step : Step.values()) {
            if (step != Step.FIND) {
                getChildren().add(line());
            }
            getChildren().add(button(step));
        }
    }

    private static Region line() {
        Region line = new Region();
        line.getStyleClass().add("stepper-line");
        setHgrow(line, Priority.ALWAYS);
        return line;
    }

    private Button button(Step step) {
        Label number = new Label(String.valueOf(step.ordinal() + 1));
        number.getStyleClass().add("step");
        Button button = new Button(step.title(), number);
        button.getStyleClass().addAll("flat", "stepper-step");
        button.setMinWidth(USE_PREF_SIZE);
        button.setId("step-" + step.key());
        buttons.put(step, button);
        return button;
    }

    void onGo(Consumer<Step> listener) {
        buttons.forEach((step, button) -> button.setOnAction(event -> listener.accept(step)));
    }

    void show(Step front, Predicate<Step> reachable) {
        buttons.forEach((step, button) -> {
            button.pseudoClassStateChanged(FRONT, step == front);
            button.setDisable(step != front && !reachable.test(step));
            button.setAccessibleText(Texts.say(
                    step == front ? "backfill.step.front" : "backfill.step.other", step.ordinal() + 1, step.title()));
        });
    }
}
