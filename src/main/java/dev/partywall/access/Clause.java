package dev.partywall.access;

import dev.partywall.catalog.Policy;

/**
 * One expression of a policy that a statement evaluates.
 *
 * @param expression its USING or WITH CHECK
 */
record Clause(Policy policy, String expression) {}
