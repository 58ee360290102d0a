package dev.partywall.tenancy;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves what a profile names, {@code schema.table} or {@code table}, quoted or not, against the catalogue. */
final class Named {
    private final CatalogSnapshot snapshot;

    Named(CatalogSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /**
     * The relation meant.
     *
     * @throws Failure when there is none, or more than one
     */
    Relation relation(String text) {
        List<String> parts = parts(text);
        List<Relation> found = matching(parts);
        if (found.size() > 1) {
            throw Failure.usage(
                    "The profile names " + text + ", and more than one schema has such a table.",
                    "Write the schema before it, " + found.getFirst().name() + " for example.");
        }
        return found.stream().findFirst().orElseThrow(() -> unknown(text, parts.getLast()));
    }

    private List<Relation> matching(List<String> parts) {
        List<Relation> found = snapshot.relations().stream()
                .filter(relation -> matches(relation.name(), parts))
                .toList();
        Optional<Relation> inPublic = found.stream()
                .filter(relation -> relation.name().schema().equals("public"))
                .findFirst();
        return found.size() > 1 && inPublic.isPresent() ? List.of(inPublic.get()) : found;
    }

    private static boolean matches(RelationName name, List<String> parts) {
        return name.name().equals(parts.getLast())
                && (parts.size() < 2 || name.schema().equals(parts.get(parts.size() - 2)));
    }

    private Failure unknown(String text, String bare) {
        String near = snapshot.relations().stream()
                .filter(relation -> relation.name().name().equalsIgnoreCase(bare))
                .map(relation -> " Perhaps " + relation.name() + " is meant.")
                .findFirst()
                .orElse("");
        return Failure.usage(
                "The profile names the table " + text + ", which does not exist in this database.",
                "Correct it in the profile, or leave it out to have it detected." + near);
    }

    /**
     * Checks that a relation has a column.
     *
     * @throws Failure when it has not
     */
    static String column(Relation relation, String column) {
        if (relation.column(column).isPresent()) {
            return column;
        }
        throw Failure.usage(
                "The profile names the column " + column + ", which " + relation.name() + " does not have.",
                "Correct it in the profile, or leave it out to have it detected.");
    }

    /** {@code a."b.c"} as a and b.c. */
    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                part.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '.' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
