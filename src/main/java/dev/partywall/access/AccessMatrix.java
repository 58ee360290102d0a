package dev.partywall.access;

import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one role can do to each relation by each command: what {@code partywall inspect} prints.
 *
 * @param lines in order of the relations' names
 */
public record AccessMatrix(String role, List<Line> lines) {
    /** The commands of a matrix, in the order of its columns. */
    public static final List<Privilege> COMMANDS = List.of(
            Privilege.SELECT,
            Privilege.INSERT,
            Privilege.UPDATE,
            Privilege.DELETE,
            Privilege.TRUNCATE,
            Privilege.REFERENCES,
            Privilege.TRIGGER,
            Privilege.MAINTAIN);

    /**
     * One relation.
     *
     * @param cells an access for each of {@link #COMMANDS}
     */
    public record Line(Relation relation, Map<Privilege, Access> cells) {
        public Line {
            cells = Collections.unmodifiableMap(new EnumMap<>(cells));
        }

        public RelationName name() {
            return relation.name();
        }

        /** @throws IllegalArgumentException for what is no command of a matrix */
        public Access cell(Privilege command) {
            Access access = cells.get(command);
            if (access == null) {
                throw new IllegalArgumentException(command + " is no command of a matrix");
            }
            return access;
        }
    }

    public AccessMatrix {
        lines = List.copyOf(lines);
    }

    /** Of all relations of the snapshot. */
    public static AccessMatrix of(AccessModel model, String role) {
        return of(model, role, model.snapshot().relations());
    }

    public static AccessMatrix of(AccessModel model, String role, Collection<Relation> relations) {
        return new AccessMatrix(
                role,
                relations.stream().map(relation -> line(model, role, relation)).toList());
    }

    private static Line line(AccessModel model, String role, Relation relation) {
        Map<Privilege, Access> cells = new EnumMap<>(Privilege.class);
        COMMANDS.forEach(command -> cells.put(command, model.of(role, relation.name(), command)));
        return new Line(relation, cells);
    }
}
