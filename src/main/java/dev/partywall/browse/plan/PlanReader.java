package dev.partywall.browse.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partywall.browse.plan.PlanNode.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads EXPLAIN (FORMAT JSON) (PostgreSQL 18, EXPLAIN). */
final class PlanReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> CONDITIONS = List.of(
            "Index Cond",
            "Recheck Cond",
            "Filter",
            "Join Filter",
            "Hash Cond",
            "Merge Cond",
            "TID Cond",
            "One-Time Filter");

    private final PolicyTexts policies;

    PlanReader(PolicyTexts policies) {
        this.policies = policies;
    }

    static JsonNode read(String explained) {
        try {
            return JSON.readTree(explained).path(0);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a plan", e);
        }
    }

    /** @param node the {@code Plan} of what was read, or one below it */
    PlanNode node(JsonNode node) {
        List<PlanNode> children = new ArrayList<>();
        node.path("Plans").forEach(child -> children.add(node(child)));
        return new PlanNode(
                title(node),
                node.path("Relation Name").asText(null),
                node.path("Subplan Name").asText(null),
                node.path("Total Cost").asDouble(),
                node.path("Plan Rows").asDouble(),
                number(node, "Actual Rows"),
                number(node, "Actual Loops"),
                number(node, "Actual Total Time"),
                CONDITIONS.stream()
                        .filter(node::has)
                        .map(kind -> condition(node, kind))
                        .toList(),
                children);
    }

    private static String title(JsonNode node) {
        StringBuilder title = new StringBuilder(node.path("Node Type").asText());
        if (node.has("Index Name")) {
            title.append(" using ").append(node.path("Index Name").asText());
        }
        Stream.of("Relation Name", "Function Name", "CTE Name")
                .filter(node::has)
                .findFirst()
                .ifPresent(name -> title.append(" on ").append(node.path(name).asText()));
        return title.toString();
    }

    private Condition condition(JsonNode node, String kind) {
        String sql = node.path(kind).asText();
        JsonNode removed = node.path("Rows Removed by " + kind.replace("Recheck Cond", "Index Recheck"));
        String relation = node.path("Relation Name").asText(null);
        return new Condition(
                kind,
                sql,
                removed.isMissingNode()
                        ? null
                        : Math.round(
                                removed.asDouble() * node.path("Actual Loops").asDouble(1)),
                relation == null
                        ? List.of()
                        : policies.in(
                                node.path("Schema").asText(),
                                relation,
                                node.path("Alias").asText(),
                                sql),
                policies.perRow(sql));
    }

    private static @Nullable Double number(JsonNode node, String field) {
        return node.has(field) ? node.path(field).asDouble() : null;
    }
}
