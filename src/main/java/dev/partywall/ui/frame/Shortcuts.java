package dev.partywall.ui.frame;

import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys people know; each is also named in a tooltip. */
final class Shortcuts {
    private Shortcuts() {}

    static void install(Parent view, FrameController frame) {
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (act(event, frame)) {
                event.consume();
            }
        });
    }

    private static boolean act(KeyEvent event, FrameController frame) {
        if (is(event, KeyCode.K)) {
            frame.openPalette();
        } else if (is(event, KeyCode.T)) {
            frame.lensBar().pick();
        } else if (is(event, KeyCode.DIGIT1)) {
            frame.lensBar().tenant();
        } else if (is(event, KeyCode.DIGIT2)) {
            frame.lensBar().compare();
        } else if (is(event, KeyCode.DIGIT3)) {
            frame.lensBar().nobody();
        } else if (is(event, KeyCode.DIGIT4)) {
            frame.lensBar().everyone();
        } else if (event.getCode() == KeyCode.F5) {
            frame.refresh();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            frame.stop();
        } else {
            return false;
        }
        return true;
    }

    private static boolean is(KeyEvent event, KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN).match(event);
    }
}
