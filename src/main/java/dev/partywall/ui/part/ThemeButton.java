package dev.partywall.ui.part;

import dev.partywall.ui.Texts;
import dev.partywall.ui.Theme;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** Light, dark, as the system: one button that goes round. */
public final class ThemeButton {
    private ThemeButton() {}

    public static void wire(Button button, Supplier<Theme> current, Runnable next) {
        button.setOnAction(event -> {
            next.run();
            show(button, current.get());
        });
        show(button, current.get());
    }

    private static void show(Button button, Theme theme) {
        button.setGraphic(Icons.of(
                switch (theme) {
                    case LIGHT -> Feather.SUN;
                    case DARK -> Feather.MOON;
                    case SYSTEM -> Feather.MONITOR;
                }));
        button.setTooltip(new Tooltip(Texts.say("theme." + theme.key())));
    }
}
