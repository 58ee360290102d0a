package dev.partywall.ui;

import javafx.scene.Parent;

/** One screen of an open database. */
public interface Page {
    Parent root();

    /** Comes to the front: shows what is known, and reads what is not. */
    void open();

    /** F5: reads everything again. */
    void refresh();

    /** Esc: stops what this screen is doing. */
    default void stop() {}
}
