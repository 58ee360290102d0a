package dev.partywall.ui.part;

import javafx.scene.Node;

/** Whether a node is there: seen, and taking room. */
public final class Shown {
    private Shown() {}

    public static void set(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
