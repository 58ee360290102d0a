package dev.partywall.browse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The number of rows a plan expects, from EXPLAIN (FORMAT JSON). */
final class PlanRows {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PlanRows() {}

    static long of(String plan) {
        try {
            return JSON.readTree(plan).path(0).path("Plan").path("Plan Rows").asLong();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a plan: " + plan, e);
        }
    }
}
