package dev.partywall.ui.roles;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the nodes of a graph into layers: every edge leads to a later layer (longest path), and within a layer each node
 * stands near its neighbours (three barycentre sweeps), so that few lines cross.
 */
final class Layers {
    private final List<List<String>> layers = new ArrayList<>();
    private final Map<String, List<String>> next = new HashMap<>();
    private final Map<String, List<String>> previous = new HashMap<>();
    private final Map<String, Integer> depth = new HashMap<>();

    /** One line from a node to another. */
    record Arrow(String from, String to) {}

    private Layers() {}

    static List<List<String>> of(Collection<String> nodes, Collection<Arrow> arrows) {
        Layers made = new Layers();
        for (Arrow arrow : arrows) {
            made.next.computeIfAbsent(arrow.from(), key -> new ArrayList<>()).add(arrow.to());
            made.previous.computeIfAbsent(arrow.to(), key -> new ArrayList<>()).add(arrow.from());
        }
        nodes.forEach(node -> made.depthOf(node, new HashSet<>()));
        nodes.forEach(made::place);
        for (int sweep = 0; sweep < 3; sweep++) {
            made.sweep();
        }
        return made.layers;
    }

    /** Roles cannot form a cycle, but a damaged picture must not hang the window: a node seen again ends the path. */
    private int depthOf(String node, Set<String> path) {
        Integer known = depth.get(node);
        if (known != null || !path.add(node)) {
            return known == null ? 0 : known;
        }
        int deepest = previous.getOrDefault(node, List.of()).stream()
                .mapToInt(before -> 1 + depthOf(before, path))
                .max()
                .orElse(0);
        path.remove(node);
        depth.put(node, deepest);
        return deepest;
    }

    private void place(String node) {
        int layer = depth.getOrDefault(node, 0);
        while (layers.size() <= layer) {
            layers.add(new ArrayList<>());
        }
        layers.get(layer).add(node);
    }

    private void sweep() {
        for (int i = 1; i < layers.size(); i++) {
            order(layers.get(i), layers.get(i - 1), previous);
        }
        for (int i = layers.size() - 2; i >= 0; i--) {
            order(layers.get(i), layers.get(i + 1), next);
        }
    }

    private static void order(List<String> layer, List<String> fixed, Map<String, List<String>> neighbours) {
        Map<String, Double> weight = new HashMap<>();
        for (String node : layer) {
            weight.put(
                    node,
                    neighbours.getOrDefault(node, List.of()).stream()
                            .mapToInt(fixed::indexOf)
                            .filter(index -> index >= 0)
                            .average()
                            .orElse(layer.indexOf(node)));
        }
        layer.sort(Comparator.comparing(node -> weight.getOrDefault(node, 0.0)));
    }
}
