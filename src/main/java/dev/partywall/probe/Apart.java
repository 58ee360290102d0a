package dev.partywall.probe;

import dev.partywall.access.Access;
import dev.partywall.access.Inspection;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which commands admit rows by another condition than SELECT does, so that reading does not show what they hit. */
final class Apart {
    private Apart() {}

    /** @param role what the app role has become; null where it is itself */
    static Set<Privilege> from(Inspection inspection, Relation relation, @Nullable String role) {
        String who = role == null ? inspection.appRole() : role;
        Set<Privilege> apart = EnumSet.noneOf(Privilege.class);
        Access reading = access(inspection, who, relation, Privilege.SELECT);
        for (Privilege writing : Set.of(Privilege.UPDATE, Privilege.DELETE)) {
            Access access = access(inspection, who, relation, writing);
            if (reading.kind() != access.kind() || !Objects.equals(reading.predicate(), access.predicate())) {
                apart.add(writing);
            }
        }
        return Set.copyOf(apart);
    }

    private static Access access(Inspection inspection, String who, Relation relation, Privilege command) {
        return inspection.access().of(who, relation.name(), command);
    }
}
