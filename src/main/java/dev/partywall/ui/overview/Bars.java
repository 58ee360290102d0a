package dev.partywall.ui.overview;

import dev.partywall.ui.Desk;
import dev.partywall.ui.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Tenants by size, the largest first: name, bar, number. */
final class Bars {
    private static final int SHOWN = 8;

    private Bars() {}

    static List<Node> of(Desk desk, Map<String, Long> rows) {
        long most = rows.values().stream().mapToLong(Long::longValue).max().orElse(1);
        List<Node> bars = new ArrayList<>(rows.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .map(entry -> bar(desk.nameOf(entry.getKey()), entry.getKey(), entry.getValue(), most))
                .toList());
        if (rows.size() > SHOWN) {
            Label rest = new Label(Texts.say("overview.sizes.rest", rows.size() - SHOWN));
            rest.getStyleClass().add("caption");
            bars.add(rest);
        }
        return bars;
    }

    private static Node bar(String name, String id, long number, long most) {
        Label label = new Label(name);
        label.setPrefWidth(150);
        label.setMinWidth(90);
        label.setTooltip(new Tooltip(name + "\n" + id));
        Region filled = new Region();
        filled.getStyleClass().add("bar-filled");
        StackPane track = new StackPane(filled);
        track.getStyleClass().add("bar-track");
        track.setAlignment(Pos.CENTER_LEFT);
        track.setMinWidth(40);
        filled.maxWidthProperty().bind(track.widthProperty().multiply((double) number / most));
        HBox.setHgrow(track, Priority.ALWAYS);
        Label figure = new Label("%,d".formatted(number));
        figure.setMinWidth(64);
        figure.setAlignment(Pos.CENTER_RIGHT);
        HBox line = new HBox(10, label, track, figure);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
