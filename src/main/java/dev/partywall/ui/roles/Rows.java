package dev.partywall.ui.roles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives each node of a layered graph its row: the longest layer from top to bottom, every other node level with the middle
 * of its neighbours, so that lines are short. Nodes of a layer keep at least one row of distance.
 */
final class Rows {
    private final List<List<String>> layers;
    private final Map<String, List<String>> neighbours = new HashMap<>();
    private final Map<String, Double> rows = new HashMap<>();

    private Rows(List<List<String>> layers, List<Layers.Arrow> arrows) {
        this.layers = layers;
        for (Layers.Arrow arrow : arrows) {
            neighbours.computeIfAbsent(arrow.from(), key -> new ArrayList<>()).add(arrow.to());
            neighbours.computeIfAbsent(arrow.to(), key -> new ArrayList<>()).add(arrow.from());
        }
    }

    static Map<String, Double> of(List<List<String>> layers, List<Layers.Arrow> arrows) {
        Rows made = new Rows(layers, arrows);
        int longest = made.longest();
        for (int i = longest; i < layers.size(); i++) {
            made.place(layers.get(i));
        }
        for (int i = longest - 1; i >= 0; i--) {
            made.place(layers.get(i));
        }
        return made.rows;
    }

    private int longest() {
        int longest = 0;
        for (int i = 1; i < layers.size(); i++) {
            longest = layers.get(i).size() > layers.get(longest).size() ? i : longest;
        }
        return longest;
    }

    /** In the order of their wishes, each as near to its wish as the one above allows. */
    private void place(List<String> layer) {
        List<String> order = new ArrayList<>(layer);
        Map<String, Double> wished = new HashMap<>();
        for (int i = 0; i < layer.size(); i++) {
            wished.put(layer.get(i), middle(layer.get(i), i));
        }
        order.sort(Comparator.comparing(node -> wished.getOrDefault(node, 0.0)));
        double free = 0;
        for (String node : order) {
            double row = Math.max(free, wished.getOrDefault(node, 0.0));
            rows.put(node, row);
            free = row + 1;
        }
    }

    private double middle(String node, double otherwise) {
        return neighbours.getOrDefault(node, List.of()).stream()
                .filter(rows::containsKey)
                .mapToDouble(other -> rows.getOrDefault(other, 0.0))
                .average()
                .orElse(otherwise);
    }
}
