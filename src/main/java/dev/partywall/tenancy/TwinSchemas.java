package dev.partywall.tenancy;

import dev.partywall.catalog.Relation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Recognises a schema per tenant: schemas that hold the same tables. */
final class TwinSchemas {
    private final List<Relation> inScope;

    TwinSchemas(List<Relation> inScope) {
        this.inScope = inScope;
    }

    Optional<Evidence> evidence() {
        Map<String, Set<String>> tables = new TreeMap<>();
        inScope.stream()
                .filter(Relation::isTable)
                .forEach(relation -> tables.computeIfAbsent(relation.name().schema(), schema -> new TreeSet<>())
                        .add(relation.name().name()));
        Map<Set<String>, Set<String>> schemas = new java.util.HashMap<>();
        tables.forEach((schema, names) -> {
            if (names.size() > 1) {
                schemas.computeIfAbsent(names, key -> new TreeSet<>()).add(schema);
            }
        });
        return schemas.values().stream()
                .filter(twins -> twins.size() > 1)
                .findFirst()
                .map(twins -> new Evidence(
                        "schemas",
                        String.join(", ", twins),
                        "these schemas hold the same tables: perhaps one schema for each tenant"));
    }
}
