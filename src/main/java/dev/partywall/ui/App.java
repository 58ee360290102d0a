package dev.partywall.ui;

import dev.partywall.failure.Failure;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

/** Starts the window. Not the main class: a main class that extends Application needs JavaFX on the module path. */
public final class App extends Application {

    /**
     * Opens the window and returns when it was closed.
     *
     * @throws Failure where there is no display
     */
    public static void open() {
        if (!hasDisplay()) {
            throw Failure.incomplete(
                    "There is no display to open a window on.",
                    "Work without a window instead: partywall verify --demo, or partywall --help for the rest.");
        }
        Application.launch(App.class);
    }

    private static boolean hasDisplay() {
        boolean unix = !System.getProperty("os.name").matches("(Windows|Mac).*");
        String display = System.getenv("DISPLAY");
        boolean headlessPlatform = "Headless".equals(System.getProperty("glass.platform"));
        return !unix || headlessPlatform || display != null && !display.isBlank();
    }

    /** With {@code -Dpartywall.closeWhenShown=true} the window closes once it is drawn: for measuring and packaging. */
    @Override
    public void start(Stage stage) {
        if (Boolean.getBoolean("partywall.closeWhenShown")) {
            PauseTransition untilDrawn = new PauseTransition(Duration.ONE);
            untilDrawn.setOnFinished(drawn -> stage.close());
            stage.addEventHandler(WindowEvent.WINDOW_SHOWN, shown -> untilDrawn.play());
        }
        new Window(stage, Work.threaded(), Settings.folder()).show();
    }
}
