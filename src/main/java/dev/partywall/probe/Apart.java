package dev.partywall.probe;

import dev.partywall.access.Access;
import dev.partywall.access.Inspection;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** Which commands admit rows by another condition than SELECT does, so that reading does not show what they hit. */
final class Apart {
    private Apart() {}

    static Set<Privilege> from(Inspection inspection, Relation relation) {
        Set<Privilege> apart = EnumSet.noneOf(Privilege.class);
        Access reading = access(inspection, relation, Privilege.SELECT);
        for (Privilege writing : Set.of(Privilege.UPDATE, Privilege.DELETE)) {
            Access access = access(inspection, relation, writing);
            if (reading.kind() != access.kind() || !Objects.equals(reading.predicate(), access.predicate())) {
                apart.add(writing);
            }
        }
        return Set.copyOf(apart);
    }

    private static Access access(Inspection inspection, Relation relation, Privilege command) {
        return inspection.access().of(inspection.appRole(), relation.name(), command);
    }
}
