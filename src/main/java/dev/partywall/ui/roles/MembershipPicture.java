package dev.partywall.ui.roles;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.Role;
import dev.partywall.ui.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Polygon;

/**
 * Who belongs to whom, from left (members) to right (what they belong to). A full line is a right that comes by itself,
 * a dashed one takes SET ROLE, a dotted one cannot be used without a grant.
 */
final class MembershipPicture extends Pane {
    private static final double WIDTH = 168;
    private static final double HEIGHT = 32;
    private static final double GAP_ACROSS = 90;
    private static final double GAP_DOWN = 14;

    private static final PseudoClass NEAR = PseudoClass.getPseudoClass("near");

    private final Map<String, double[]> places = new HashMap<>();
    private final Map<Node, Edge> lines = new HashMap<>();

    /** A membership. */
    record Edge(String member, String role, boolean inherit, boolean set, boolean admin) {}

    MembershipPicture(List<String> names, List<Edge> edges, Function<String, String> tone, Consumer<String> choose) {
        Set<String> joined = edges.stream()
                .flatMap(edge -> Stream.of(edge.member(), edge.role()))
                .collect(Collectors.toSet());
        List<String> drawn = names.stream()
                .filter(name -> joined.contains(name) || !tone.apply(name).equals("plain"))
                .toList();
        List<Layers.Arrow> arrows = edges.stream()
                .filter(edge -> drawn.contains(edge.member()) && drawn.contains(edge.role()))
                .map(edge -> new Layers.Arrow(edge.member(), edge.role()))
                .toList();
        List<List<String>> layers = Layers.of(drawn, arrows);
        Map<String, Double> rows = Rows.of(layers, arrows);
        for (int column = 0; column < layers.size(); column++) {
            place(column, layers.get(column), rows);
        }
        edges.forEach(this::line);
        drawn.forEach(name -> node(name, tone.apply(name), choose));
        getStyleClass().add("membership-picture");
    }

    /** app, bypass, superuser, or plain. */
    static String tone(Inspection found, String name) {
        if (name.equals(found.appRole())) {
            return "app";
        }
        Role role = found.snapshot().role(name).orElse(null);
        return role != null && (role.superuser() || role.bypassRls()) ? "bypass" : "plain";
    }

    private void place(int column, List<String> layer, Map<String, Double> rows) {
        for (String name : layer) {
            double row = rows.getOrDefault(name, 0.0);
            places.put(name, new double[] {4 + column * (WIDTH + GAP_ACROSS), 4 + row * (HEIGHT + GAP_DOWN)});
        }
    }

    /** How far down a role stands, between 0 and 1; 0 where it is not drawn. */
    double depthOf(String name) {
        double lowest = places.values().stream().mapToDouble(at -> at[1]).max().orElse(0);
        double[] at = places.get(name);
        return at == null || lowest == 0 ? 0 : at[1] / lowest;
    }

    private void node(String name, String tone, Consumer<String> choose) {
        double[] at = places.get(name);
        if (at == null) {
            return;
        }
        Button button = new Button(name);
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll("flat", "role-node", "role-" + tone);
        button.setPrefSize(WIDTH, HEIGHT);
        button.setMinHeight(HEIGHT);
        button.relocate(at[0], at[1]);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(event -> choose.accept(name));
        getChildren().add(button);
    }

    private void line(Edge edge) {
        double[] from = places.get(edge.member());
        double[] to = places.get(edge.role());
        if (from == null || to == null) {
            return;
        }
        double startX = from[0] + WIDTH;
        double startY = from[1] + HEIGHT / 2;
        double endX = to[0] - 7;
        double endY = to[1] + HEIGHT / 2;
        double bend = Math.max(30, (endX - startX) / 2);
        CubicCurve curve = new CubicCurve(startX, startY, startX + bend, startY, endX - bend, endY, endX, endY);
        String kind = edge.inherit() ? "inherits" : edge.set() ? "sets" : "unused";
        curve.getStyleClass().addAll("role-edge", kind);
        Tooltip.install(curve, new Tooltip(Texts.say("roles.edge." + kind, edge.member(), edge.role())));
        Polygon head = new Polygon(endX, endY - 4, endX + 7, endY, endX, endY + 4);
        head.getStyleClass().add("role-edge-head");
        lines.put(curve, edge);
        lines.put(head, edge);
        getChildren().addAll(curve, head);
    }

    /** Brings out the lines of one role. */
    void mark(String name) {
        lines.forEach((node, edge) -> node.pseudoClassStateChanged(
                NEAR, edge.member().equals(name) || edge.role().equals(name)));
    }
}
