package dev.partywall.browse.export;

import dev.partywall.connect.Attestation;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A finished export.
 *
 * @param about the file beside it that says where the rows come from; null where the format holds that itself
 * @param changed cells that were changed: cut to what a sheet's cell holds, or kept from being taken for a formula
 * @param at when the rows were read: the beginning of their snapshot
 */
public record Exported(Path file, @Nullable Path about, long rows, long changed, Attestation attestation, Instant at) {}
