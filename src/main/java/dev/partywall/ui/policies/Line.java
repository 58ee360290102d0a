package dev.partywall.ui.policies;

import dev.partywall.access.Access;
import dev.partywall.access.AccessModel;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One relation and what each command on it comes to for a role. */
record Line(Relation relation, Map<Privilege, Access> access) {
    static final List<Privilege> COMMANDS =
            List.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE, Privilege.TRUNCATE);

    static Line of(AccessModel model, String role, Relation relation) {
        Map<Privilege, Access> access = new EnumMap<>(Privilege.class);
        COMMANDS.forEach(command -> access.put(command, model.of(role, relation.name(), command)));
        return new Line(relation, access);
    }

    /** The schema is left out where it is public. */
    String name() {
        RelationName name = relation.name();
        return name.schema().equals("public") ? name.name() : name.toString();
    }

    Access of(Privilege command) {
        Access found = access.get(command);
        if (found == null) {
            throw new IllegalArgumentException(command + " is not in the matrix");
        }
        return found;
    }
}
