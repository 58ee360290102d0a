package dev.partywall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.demo.EmbeddedServer;
import dev.partywall.demo.Samples;
import dev.partywall.profile.Profile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The server goes away while its database is open: the window says so, stays alive, and offers to try again. */
class LostServerTest {
    @TempDir
    Path folder;

    @Test
    void saysSoOnEveryScreenAndOffersToTryAgain() throws Exception {
        FxToolkit.registerPrimaryStage();
        Stage stage = on(Stage::new);
        Window window = on(() -> new Window(stage, Work.threaded(), folder));
        try (EmbeddedServer server = EmbeddedServer.start()) {
            Profile profile = Samples.named("widgets-saas").load(server);
            on(() -> {
                window.show();
                window.enter(profile);
                return 0;
            });
            until(() -> window.desk() != null);
            quiet(window);
        }
        for (Screen screen : Screen.values()) {
            press(stage, "#nav-" + screen.key());
            press(stage, "#refresh");
            quiet(window);
        }
        assertThat(on(() -> stage.getScene().lookup("#tryAgain"))).isNotNull();
        assertThat(on(() -> ((Label) stage.getScene().lookup(".notice-message")).getText()))
                .contains("Nothing answers");
        on(() -> {
            stage.hide();
            return 0;
        });
    }

    private static void press(Stage stage, String selector) throws Exception {
        on(() -> {
            ((Button) stage.getScene().lookup(selector)).fire();
            return 0;
        });
    }

    private static void quiet(Window window) throws Exception {
        until(() -> window.desk() != null && window.desk().work().running().isEmpty());
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> on(condition));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> T on(Callable<T> step) throws Exception {
        return WaitForAsyncUtils.asyncFx(step).get(120, TimeUnit.SECONDS);
    }
}
