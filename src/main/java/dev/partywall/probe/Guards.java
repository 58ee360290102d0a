package dev.partywall.probe;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Function;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The triggers of a relation and what they may do that a rollback does not undo.
 *
 * @param triggers those that are enabled
 * @param beyond what acts outside the transaction, in plain words; empty when nothing does
 * @param referenced whether a foreign key points at the relation
 * @param counts whether one may advance a sequence: {@code nextval} is never rolled back
 */
public record Guards(List<Trigger> triggers, Optional<String> beyond, boolean counts, boolean referenced) {
    private static final Pattern OUTSIDE = Pattern.compile(
            "\\b(dblink\\w*|pg_background\\w*|http_?(get|post|put|delete|request)?|net\\.http_\\w+|pg_file_write)\\s*\\(|\\bcopy\\b[^;]*\\bprogram\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern COUNTING =
            Pattern.compile("\\b(nextval|setval|insert|execute|perform|call)\\b", Pattern.CASE_INSENSITIVE);
    private static final List<String> KNOWN_LANGUAGES = List.of("plpgsql", "sql", "internal");

    /** Reads the triggers of a relation from the snapshot. */
    public static Guards of(Relation relation, CatalogSnapshot snapshot) {
        List<Trigger> enabled =
                relation.triggers().stream().filter(Trigger::enabled).toList();
        List<Function> called = enabled.stream()
                .flatMap(trigger -> snapshot.functions().stream().filter(f -> f.oid() == trigger.function()))
                .toList();
        return new Guards(
                enabled,
                called.stream()
                        .filter(Guards::actsOutside)
                        .map(Function::signature)
                        .findFirst(),
                called.stream().anyMatch(Guards::mayCount) || hasRule(relation, snapshot),
                snapshot.relations().stream()
                        .flatMap(other -> other.foreignKeys().stream())
                        .anyMatch(key -> relation.name().equals(key.references())));
    }

    /** Those of a view and of what it is made of. */
    Guards and(Guards base) {
        List<Trigger> all = new ArrayList<>(triggers);
        all.addAll(base.triggers);
        return new Guards(
                List.copyOf(all), beyond.or(base::beyond), counts || base.counts, referenced || base.referenced);
    }

    /** A rule may do anything with a row; what it does is not looked into. */
    private static boolean hasRule(Relation relation, CatalogSnapshot snapshot) {
        return snapshot.rewrites().stream()
                .anyMatch(rule -> rule.enabled() && rule.relation().equals(relation.name()));
    }

    private static boolean actsOutside(Function function) {
        String body = function.body();
        return !KNOWN_LANGUAGES.contains(function.language())
                || (body != null && OUTSIDE.matcher(body).find());
    }

    private static boolean mayCount(Function function) {
        String body = function.body();
        return body == null || COUNTING.matcher(body).find();
    }

    /** Whether a trigger sees a row of this event before row security does, and may change it. */
    public boolean rewrites(Privilege event) {
        return triggers.stream()
                .anyMatch(trigger ->
                        trigger.before() && trigger.perRow() && trigger.events().contains(event));
    }

    /** Whether any trigger runs on this event, even when it affects no row. */
    public boolean onStatement(Privilege event) {
        return triggers.stream()
                .anyMatch(trigger -> !trigger.perRow() && trigger.events().contains(event));
    }

    public boolean on(Privilege event) {
        return triggers.stream().anyMatch(trigger -> trigger.events().contains(event));
    }

    /** Whether a check waits for the commit unless told not to. */
    public boolean deferred(Relation relation) {
        return triggers.stream().anyMatch(trigger -> trigger.definition().contains(" INITIALLY DEFERRED"))
                || relation.constraints().stream().anyMatch(constraint -> constraint.deferrable());
    }
}
