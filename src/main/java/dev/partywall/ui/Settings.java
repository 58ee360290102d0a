package dev.partywall.ui;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partywall.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

/** What the window remembers from one start to the next. Nothing of a database, nothing secret. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
@JsonIgnoreProperties(ignoreUnknown = true)
public final class Settings {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Theme theme = Theme.SYSTEM;
    private double width = 1280;
    private double height = 800;
    private boolean maximized;
    private Map<String, Double> columnWidths = new HashMap<>();
    private Map<String, ColumnLayout> columnLayouts = new HashMap<>();

    /** What is saved in the file; the defaults when there is no file, or none that can be read. */
    public static Settings load(Path file) {
        try {
            return Files.exists(file) ? JSON.readValue(file.toFile(), Settings.class) : new Settings();
        } catch (IOException e) {
            // A damaged file of window sizes is no reason not to start; the next save replaces it.
            return new Settings();
        }
    }

    /** Writes a temporary file and moves it, so that a crash leaves the old file or the new one. */
    public void save(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Path temporary = Files.createTempFile(file.getParent(), "settings", ".tmp");
            JSON.writerWithDefaultPrettyPrinter().writeValue(temporary.toFile(), this);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Failure.incomplete(
                    "The window's settings could not be saved to " + file + ".",
                    "Make the folder writable, or go on without saved settings.",
                    null,
                    e);
        }
    }

    /** Where settings and profiles live on this system: XDG_CONFIG_HOME, APPDATA, or .config in the home directory. */
    public static Path folder() {
        String home = System.getProperty("user.home");
        String base = System.getenv().getOrDefault("XDG_CONFIG_HOME", System.getenv("APPDATA"));
        Path config = base == null || base.isBlank() ? Path.of(home, ".config") : Path.of(base);
        return config.resolve("partywall");
    }

    public Theme theme() {
        return theme;
    }

    public void theme(Theme chosen) {
        theme = chosen;
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    public boolean maximized() {
        return maximized;
    }

    public void size(double newWidth, double newHeight, boolean isMaximized) {
        maximized = isMaximized;
        if (!isMaximized) {
            width = newWidth;
            height = newHeight;
        }
    }

    /** The remembered width of a column, or {@code otherwise}. */
    public double columnWidth(String column, double otherwise) {
        return columnWidths.getOrDefault(column, otherwise);
    }

    public void rememberColumnWidth(String column, double newWidth) {
        columnWidths.put(column, newWidth);
    }

    /** How the columns of a relation were arranged; as it has them where nobody did. */
    public ColumnLayout columns(String relation) {
        return columnLayouts.getOrDefault(relation, ColumnLayout.USUAL);
    }

    /** The usual arrangement is not kept. */
    public void rememberColumns(String relation, ColumnLayout layout) {
        if (layout.equals(ColumnLayout.USUAL)) {
            columnLayouts.remove(relation);
        } else {
            columnLayouts.put(relation, layout);
        }
    }
}
