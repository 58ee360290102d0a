package dev.partywall.browse.plan;

import dev.partywall.connect.Attestation;
import org.jspecify.annotations.Nullable;

/**
 * What the server plans, and who the server says asked.
 *
 * @param millis of execution, the median of a few; null where it was not run
 */
public record Plan(PlanNode root, @Nullable Double millis, Attestation attestation) {}
