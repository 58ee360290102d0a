package dev.partywall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void whatWasSavedIsThereAtTheNextStart() {
        Path file = folder.resolve("new").resolve("window.json");
        Settings settings = new Settings();
        settings.theme(Theme.DARK);
        settings.size(1500, 900, false);
        settings.rememberColumnWidth("public.\"order\".tenantId", 321);
        settings.save(file);
        Settings read = Settings.load(file);
        assertThat(read.theme()).isEqualTo(Theme.DARK);
        assertThat(read.width()).isEqualTo(1500);
        assertThat(read.columnWidth("public.\"order\".tenantId", 1)).isEqualTo(321);
        assertThat(folder.resolve("new")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aDamagedFileGivesTheDefaults() throws IOException {
        Path file = Files.writeString(folder.resolve("window.json"), "{\"theme\": ");
        assertThat(Settings.load(file).theme()).isEqualTo(Theme.SYSTEM);
    }

    @Test
    void theSizeOfAMaximizedWindowIsNotTakenForItsOwn() {
        Settings settings = new Settings();
        settings.size(3840, 2160, true);
        assertThat(settings.width()).isEqualTo(1280);
        assertThat(settings.maximized()).isTrue();
    }
}
