package dev.partywall.browse.plan;

import dev.partywall.browse.plan.PlanNode.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What row security does to a plan, in sentences. */
final class PlanRemarks {
    private PlanRemarks() {}

    static List<String> of(Plan lens, @Nullable Plan everyone) {
        List<String> remarks = new ArrayList<>();
        lens.root()
                .walk()
                .forEach(node -> node.conditions().stream()
                        .filter(Condition::isPolicy)
                        .forEach(condition -> remarks.add(policy(node, condition))));
        lens.root()
                .walk()
                .filter(node -> node.subplan() != null)
                .forEach(node -> remarks.add(subplan(node, hashed(lens))));
        if (everyone != null) {
            Set<String> scans = scans(lens);
            Set<String> usual = scans(everyone);
            usual.removeAll(scans);
            if (!usual.isEmpty()) {
                remarks.add("Everyone is served otherwise: " + String.join(", ", usual) + ".");
            }
        }
        return remarks.stream().distinct().toList();
    }

    private static String policy(PlanNode node, Condition condition) {
        String names = condition.policies().size() == 1
                ? "Policy " + condition.policies().getFirst()
                : "One of the policies " + String.join(", ", condition.policies());
        String how = condition.kind().equals("Filter")
                ? " is asked of each row of " + node.relation()
                : " is answered by an index of " + node.relation();
        String removed = condition.removed() == null ? "" : ", which turned " + condition.removed() + " rows away";
        String calls = condition.kind().equals("Filter") && !condition.perRow().isEmpty()
                ? ", calling " + String.join(", ", condition.perRow()) + " for each"
                : "";
        return names + how + removed + calls + ".";
    }

    /** The conditions that look a sub-plan up in a table made once. */
    private static String hashed(Plan plan) {
        return plan.root()
                .walk()
                .flatMap(node -> node.conditions().stream())
                .map(Condition::sql)
                .filter(sql -> sql.contains("hashed "))
                .collect(Collectors.joining(" "));
    }

    private static String subplan(PlanNode node, String hashed) {
        String name = String.valueOf(node.subplan());
        boolean once = name.startsWith("InitPlan") || hashed.contains("hashed " + name + ")");
        return once
                ? name + " is evaluated once."
                : name
                        + (node.loops() == null
                                ? " is evaluated for each row."
                                : " was evaluated " + Math.round(node.loops()) + " times.");
    }

    private static Set<String> scans(Plan plan) {
        return plan.root()
                .walk()
                .filter(node -> node.relation() != null)
                .map(PlanNode::title)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
