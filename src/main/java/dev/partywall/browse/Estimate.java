package dev.partywall.browse;

import dev.partywall.connect.Attestation;

/**
 * How many rows the server expects the lens to see: EXPLAIN through the lens, since {@code reltuples} ignores row security
 * (FACTS, row security 20). Its statistics know every tenant's rows, so it may be far off.
 */
public record Estimate(long rows, Attestation attestation) {}
