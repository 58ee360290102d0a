package dev.partywall.browse;

import dev.partywall.connect.Attestation;
import dev.partywall.connect.Sql;
import dev.partywall.connect.Table;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Rows as one lens saw them, with the proof of who looked.
 *
 * @param next where the next page begins; null when there is none, or when the relation has no key to go on from
 * @param statement what was asked, to be shown on request
 * @param took from asking to the last row
 */
public record RowPage(Table table, @Nullable Place next, Attestation attestation, Sql statement, Duration took) {}
