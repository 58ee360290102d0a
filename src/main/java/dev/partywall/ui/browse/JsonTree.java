package dev.partywall.ui.browse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partywall.ui.Texts;
import java.util.Optional;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;

/** A JSON document that opens and closes. */
final class JsonTree {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OPEN = 40;

    private JsonTree() {}

    /** Empty where there is nothing to open: a number, a text, or what the parser does not take. */
    static Optional<TreeView<String>> of(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node.isContainerNode() && !node.isEmpty() ? Optional.of(view(node)) : Optional.empty();
        } catch (JsonProcessingException e) {
            // Too deep or too long for the parser: the text itself is shown instead.
            return Optional.empty();
        }
    }

    private static TreeView<String> view(JsonNode node) {
        TreeItem<String> root = item("", node);
        root.setExpanded(true);
        if (root.getChildren().size() <= OPEN) {
            root.getChildren().forEach(child -> child.setExpanded(true));
        }
        TreeView<String> view = new TreeView<>(root);
        view.setShowRoot(false);
        view.getStyleClass().add("json-tree");
        view.setAccessibleText(Texts.say("cell.tree"));
        return view;
    }

    private static TreeItem<String> item(String name, JsonNode node) {
        String label = name.isEmpty() ? "" : name + ": ";
        if (node.isObject()) {
            TreeItem<String> item = new TreeItem<>(label + Texts.say("cell.json.object", node.size()));
            node.properties().forEach(field -> item.getChildren().add(item(field.getKey(), field.getValue())));
            return item;
        }
        if (node.isArray()) {
            TreeItem<String> item = new TreeItem<>(label + Texts.say("cell.json.array", node.size()));
            for (int i = 0; i < node.size(); i++) {
                item.getChildren().add(item(String.valueOf(i), node.get(i)));
            }
            return item;
        }
        return new TreeItem<>(label + node);
    }
}
