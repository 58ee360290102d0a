package dev.partywall.ui.advisor;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Finding;
import dev.partywall.catalog.Function;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.RelationName;
import dev.partywall.ui.Screen;
import java.util.List;
import java.util.Optional;

/** Where in the window the object of a finding can be looked at: every kind has at least one place. */
final class Places {
    /** A screen, and what it is to show. */
    record Place(Screen screen, Object target) {}

    private Places() {}

    static List<Place> of(Inspection found, Finding finding) {
        ObjectRef object = finding.object();
        return switch (object.kind()) {
            case TABLE, PARTITION, VIEW, MATERIALIZED_VIEW -> ofRelation(relation(object, object.name()));
            case POLICY, COLUMN, CONSTRAINT, INDEX, TRIGGER -> ofRelation(relation(object, object.table()));
            case ROLE -> List.of(new Place(Screen.ROLES, object.name()));
            case FUNCTION -> List.of(new Place(Screen.ROLES, owner(found, object)));
            case SEQUENCE, SCHEMA, SETTING, DATABASE -> List.of(new Place(Screen.ROLES, found.appRole()));
        };
    }

    private static List<Place> ofRelation(Optional<RelationName> name) {
        return name.map(relation -> List.of(
                        new Place(Screen.POLICIES, relation),
                        new Place(Screen.BROWSE, relation),
                        new Place(Screen.PROBES, relation)))
                .orElse(List.of());
    }

    private static Optional<RelationName> relation(ObjectRef object, @org.jspecify.annotations.Nullable String name) {
        String schema = object.schema();
        return schema == null || name == null ? Optional.empty() : Optional.of(new RelationName(schema, name));
    }

    /** With whose rights it may run. */
    private static String owner(Inspection found, ObjectRef object) {
        return found.snapshot().functions().stream()
                .filter(function -> ObjectRef.function(function).equals(object))
                .map(Function::owner)
                .findFirst()
                .orElse(found.appRole());
    }
}
