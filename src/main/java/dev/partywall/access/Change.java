package dev.partywall.access;

import dev.partywall.catalog.RelationName;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two snapshots.
 *
 * @param role whose access or attribute it is; null where it is about no role in particular
 * @param relation null where it is about no relation
 * @param what a command, {@code SELECT} say, or what else differs: {@code BYPASSRLS}, {@code function app.tenant(): body}
 * @param before in words: {@code rows where (tenant_id = 1)}, {@code not there}
 * @param after likewise
 */
public record Change(
        Direction direction,
        @Nullable String role,
        @Nullable RelationName relation,
        String what,
        String before,
        String after) {
    static final String ABSENT = "not there";
    static final String THERE = "there";

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

    /** Something that came or went: wider when it came. */
    static Change toggled(boolean came, @Nullable String role, @Nullable RelationName relation, String what) {
        return new Change(
                came ? Direction.WIDER : Direction.NARROWER,
                role,
                relation,
                what,
                came ? ABSENT : THERE,
                came ? THERE : ABSENT);
    }

    /** Something that cannot be ordered. */
    static Change replaced(@Nullable RelationName relation, String what, String before, String after) {
        return new Change(Direction.DIFFERENT, null, relation, what, before, after);
    }
}
