package dev.partywall.cli;

import dev.partywall.browse.plan.ComparedPlans;
import dev.partywall.browse.plan.Plan;
import dev.partywall.browse.plan.PlanNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Plans as text: the lens's, then everyone's, then what row security does. */
final class PlanText {
    private final StringBuilder text = new StringBuilder();

    private PlanText() {}

    static String of(ComparedPlans plans) {
        PlanText text = new PlanText();
        text.line("%s", plans.statement());
        text.plan("As " + plans.lens().attestation().currentUser(), plans.lens());
        if (plans.everyone() != null) {
            text.plan("As everyone", plans.everyone());
        }
        plans.remarks().forEach(remark -> text.line("%s", remark));
        Double ratio = plans.ratio();
        if (ratio != null) {
            text.line("Through the lens it takes %.2f times as long as for everyone.", ratio);
        }
        return text.text.toString();
    }

    private void plan(String who, Plan plan) {
        line("");
        line("%s%s:", who, plan.millis() == null ? "" : String.format(Locale.ROOT, ", %.2f ms", plan.millis()));
        node(plan.root(), "  ");
    }

    private void node(PlanNode node, String indent) {
        String name = node.subplan() == null ? "" : node.subplan() + ": ";
        line("%s%s%s (about %.0f rows%s)", indent, name, node.title(), node.estimatedRows(), really(node.rows()));
        for (PlanNode.Condition condition : node.conditions()) {
            line(
                    "%s    %s: %s%s%s",
                    indent,
                    condition.kind(),
                    condition.sql(),
                    condition.isPolicy() ? "  <- policy " + String.join(", ", condition.policies()) : "",
                    condition.removed() == null ? "" : "  (turned away " + condition.removed() + ")");
        }
        node.children().forEach(child -> node(child, indent + "  "));
    }

    private static String really(@Nullable Double rows) {
        return rows == null ? "" : String.format(Locale.ROOT, ", really %.0f", rows);
    }

    private void line(String format, @Nullable Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
