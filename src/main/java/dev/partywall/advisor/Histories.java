package dev.partywall.advisor;

import dev.partywall.catalog.Function;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.catalog.Trigger;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds the tables that hold copies of tenants' rows: what triggers fill, and what is called and shaped like a log. */
final class Histories {
    private static final Pattern NAME = Pattern.compile(
            "(^|[^a-z])(audits?|auditlog|auditing|history|histories|hist|logs?"
                    + "|changelogs?|changes?|journals?|trails?|archives?|archived|versions?|revisions?|snapshots?|shadow|outbox)([^a-z]|$)");
    private static final Set<String> PAYLOAD = Set.of("json", "jsonb", "hstore", "xml");
    private static final Pattern SUBJECT =
            Pattern.compile("(table|tbl|entity|object|record|row|relation|resource|target)_?(name|id|type|pk|key|data)?"
                    + "|(old|new|before|after|payload|diff|changes?|data)(_?(row|values?|data|record))?");

    private final Collection<Relation> relations;
    private final Map<Long, Function> functions;
    private final Predicate<RelationName> tenantTable;

    Histories(Collection<Relation> relations, Map<Long, Function> functions, Predicate<RelationName> tenantTable) {
        this.relations = relations;
        this.functions = functions;
        this.tenantTable = tenantTable;
    }

    Set<RelationName> tables() {
        Set<RelationName> found = new TreeSet<>();
        String triggerBodies = triggerBodies();
        for (Relation relation : relations) {
            if (relation.isTable() && (isFilledBy(relation, triggerBodies) || looksLikeLog(relation))) {
                found.add(relation.name());
            }
        }
        return found;
    }

    private String triggerBodies() {
        StringBuilder bodies = new StringBuilder();
        relations.stream()
                .filter(relation -> tenantTable.test(relation.name()))
                .flatMap(relation -> relation.triggers().stream())
                .map(Trigger::function)
                .distinct()
                .map(functions::get)
                .filter(function -> function != null && function.body() != null)
                .forEach(function -> bodies.append(function.body()).append('\n'));
        return bodies.toString().toLowerCase(Locale.ROOT);
    }

    /** A trigger of a tenant table inserts into it. */
    private static boolean isFilledBy(Relation relation, String bodies) {
        String bare = relation.name().name().toLowerCase(Locale.ROOT);
        if (!bodies.contains(bare)) {
            return false;
        }
        String name = "\"?" + Pattern.quote(bare) + "\"?";
        return Pattern.compile("insert\\s+into\\s+([\\w\"$]+\\s*\\.\\s*)?" + name + "(?![\\w$])")
                .matcher(bodies)
                .find();
    }

    /** Called like a log, and with a column for what was copied or for where it came from. */
    private static boolean looksLikeLog(Relation relation) {
        return NAME.matcher(words(relation.name().name())).find()
                && relation.columns().stream()
                        .anyMatch(column -> PAYLOAD.contains(column.baseType())
                                || SUBJECT.matcher(column.name().toLowerCase(Locale.ROOT))
                                        .matches());
    }

    /** camelCase as snake_case, so that words can be told apart. */
    private static String words(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
