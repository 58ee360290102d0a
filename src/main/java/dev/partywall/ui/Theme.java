package dev.partywall.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** How the window is coloured. */
public enum Theme {
    LIGHT,
    DARK,
    SYSTEM;

    private static final List<String> SANS =
            List.of("Inter", "Segoe UI Variable", "Segoe UI", "SF Pro Text", "Noto Sans", "Cantarell", "Ubuntu");
    private static final List<String> MONO =
            List.of("JetBrains Mono", "Cascadia Mono", "SF Mono", "Menlo", "Noto Sans Mono", "DejaVu Sans Mono");

    public boolean isDark() {
        return this == DARK || this == SYSTEM && Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    }

    /** Light, dark, system, light, ... */
    public Theme next() {
        return values()[(ordinal() + 1) % values().length];
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Colours the scene, and all popups with it. */
    public void apply(Scene scene) {
        Application.setUserAgentStylesheet(
                isDark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheet("base"), sheet(isDark() ? "dark" : "light"), fonts());
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/styles/" + name + ".css"), name)
                .toExternalForm();
    }

    /** The best of the fonts this machine has: a style sheet cannot name alternatives. */
    private static String fonts() {
        String css = ".root {-fx-font-family: '%s';} .mono {-fx-font-family: '%s';}"
                .formatted(first(SANS, "System"), first(MONO, "Monospaced"));
        byte[] bytes = css.getBytes(StandardCharsets.UTF_8);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private static String first(List<String> wanted, String otherwise) {
        List<String> present = Font.getFamilies();
        return wanted.stream().filter(present::contains).findFirst().orElse(otherwise);
    }
}
