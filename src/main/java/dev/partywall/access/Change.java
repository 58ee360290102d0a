package dev.partywall.access;

import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.RelationName;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two snapshots.
 *
 * @param role whose access or attribute it is
 * @param relation null where it is about the role itself
 * @param command likewise
 * @param before in words: {@code rows where (tenant_id = 1)}, {@code not there}
 * @param after likewise
 */
public record Change(
        Direction direction,
        String role,
        @Nullable RelationName relation,
        @Nullable Privilege command,
        String before,
        String after) {

    /** Which way it went. */
    public enum Direction {
        /** The role can do more. */
        WIDER,
        /** The role can do less. */
        NARROWER,
        /** Neither, or it cannot be told. */
        DIFFERENT;

        /** Both together: the same way, or neither. */
        Direction with(Direction other) {
            return this == other ? this : DIFFERENT;
        }
    }
}
