package dev.partywall.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param ownedBy the relation whose column owns it
 * @param ownedByColumn that column
 */
public record Sequence(
        RelationName name,
        String owner,
        @Nullable RelationName ownedBy,
        @Nullable String ownedByColumn,
        List<Grant> grants) {
    public Sequence {
        grants = List.copyOf(grants);
    }
}
