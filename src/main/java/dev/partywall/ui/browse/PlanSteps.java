package dev.partywall.ui.browse;

import dev.partywall.browse.plan.PlanNode;
import dev.partywall.browse.plan.PlanNode.Condition;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Badge;
import dev.partywall.ui.part.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A step of a plan and those below it; what a policy asks is marked with the policy's name. */
final class PlanSteps extends VBox {
    private static final double INDENT = 16;

    PlanSteps(PlanNode node, int depth) {
        super(8);
        setPadding(new Insets(0, 0, 0, depth == 0 ? 0 : INDENT));
        setMinWidth(0);
        getChildren().add(step(node));
        node.children().forEach(child -> getChildren().add(new PlanSteps(child, depth + 1)));
    }

    private static Node step(PlanNode node) {
        String title = node.subplan() == null ? node.title() : node.subplan() + ": " + node.title();
        VBox box = new VBox(4, Words.text(title, "strong"), Words.text(figures(node), "caption"));
        node.conditions().forEach(condition -> box.getChildren().add(condition(condition)));
        return box;
    }

    private static String figures(PlanNode node) {
        List<String> figures = new ArrayList<>();
        figures.add(Texts.say("plan.estimated", node.estimatedRows()));
        Double rows = node.rows();
        Double loops = node.loops();
        if (rows != null) {
            figures.add(Texts.say("plan.rows", rows));
        }
        if (loops != null && loops > 1) {
            figures.add(Texts.say("plan.loops", loops));
        }
        if (node.millis() != null) {
            figures.add(Texts.say("plan.millis", node.millis()));
        }
        return String.join(", ", figures);
    }

    private static Node condition(Condition condition) {
        VBox box = new VBox(4, Words.text(condition.kind(), "caption"), Words.text(condition.sql(), "mono"));
        box.getStyleClass().add(condition.isPolicy() ? "plan-policy" : "plan-condition");
        condition
                .policies()
                .forEach(policy ->
                        box.getChildren().add(new Badge(Feather.SHIELD, Texts.say("plan.policy", policy), "info")));
        if (condition.removed() != null) {
            box.getChildren().add(Words.text(Texts.count("plan.removed", condition.removed()), "caption"));
        }
        condition
                .perRow()
                .forEach(call ->
                        box.getChildren().add(Words.text(Texts.say("plan.perrow", call), "caption", "caution")));
        return box;
    }
}
