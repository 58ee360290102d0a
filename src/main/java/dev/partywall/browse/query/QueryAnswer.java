package dev.partywall.browse.query;

import dev.partywall.connect.Attestation;
import dev.partywall.connect.Table;
import java.time.Duration;

/**
 * What a typed query brought, and who the server says asked.
 *
 * @param took from asking to the last row
 */
public record QueryAnswer(Table table, Attestation attestation, Duration took) {}
