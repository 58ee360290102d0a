package dev.partywall.cli;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.List;

/** Finds the relation a person means by {@code orders}, {@code shop.orders} or {@code "Order"}. */
final class RelationNames {
    private final CatalogSnapshot snapshot;

    RelationNames(CatalogSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /**
     * @param text quoted as in SQL, or bare; a bare name also matches a relation that would need quotes
     * @throws Failure when nothing, or more than one relation, is meant
     */
    Relation find(String text) {
        List<String> parts = parts(text);
        List<Relation> exact = snapshot.relations().stream()
                .filter(relation -> matches(relation.name(), parts, false))
                .toList();
        List<Relation> found = exact.isEmpty()
                ? snapshot.relations().stream()
                        .filter(relation -> matches(relation.name(), parts, true))
                        .toList()
                : exact;
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.isEmpty()) {
            throw Failure.usage(
                    "There is no relation " + text + " in " + snapshot.database() + ".",
                    "'partywall inspect' lists the relations; quote names as in SQL.");
        }
        throw Failure.usage(
                text + " could be any of "
                        + String.join(
                                ", ",
                                found.stream()
                                        .map(relation -> relation.name().toString())
                                        .toList()) + ".",
                "Give the schema as well.");
    }

    private static boolean matches(RelationName name, List<String> parts, boolean ignoreCase) {
        String wanted = parts.getLast();
        boolean sameName =
                ignoreCase ? name.name().equalsIgnoreCase(wanted) : name.name().equals(wanted);
        return sameName && (parts.size() == 1 || name.schema().equals(parts.getFirst()));
    }

    /** Splits at the first dot outside quotes. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"') {
                boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (doubled) {
                    part.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (character == '.' && !quoted && parts.isEmpty()) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(character);
            }
        }
        parts.add(part.toString());
        if (quoted || parts.stream().anyMatch(String::isEmpty)) {
            throw Failure.usage(
                    "'" + text + "' is not the name of a relation.",
                    "Write it as in SQL: orders, shop.orders or \"Order\".");
        }
        return parts;
    }
}
