package dev.partywall.backfill;

import dev.partywall.access.Inspection;
import dev.partywall.backfill.ClosingStep.Kind;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Index;
import dev.partywall.catalog.Relation;
import dev.partywall.profile.TenancyDeclaration.NullTenantMeans;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps that close the door behind a back-fill, none of which keeps others waiting long. */
final class Closing {
    /** Of the default, of the presence of a tenant, and of the index. */
    static final String PRESENCE = "presence";

    private final Inspection inspection;
    private final Target target;
    private final String alter;
    private final String column;

    Closing(Inspection inspection, Target target) {
        this.inspection = inspection;
        this.target = target;
        this.alter = "ALTER TABLE " + target.name() + " ";
        this.column = target.quotedColumn().text();
    }

    List<ClosingStep> steps() {
        List<ClosingStep> steps = new ArrayList<>();
        if (target.column().defaultExpression() == null) {
            setting()
                    .ifPresent(value -> steps.add(new ClosingStep(
                            Kind.DEFAULT, "default", alter + "ALTER COLUMN " + column + " SET DEFAULT " + value)));
        }
        if (inspection.tenancy().nullTenantMeans() != NullTenantMeans.SHARED) {
            steps.addAll(presence());
        }
        steps.addAll(new ClosingIndexes(inspection, target).steps());
        steps.addAll(new ClosingKeys(inspection, target).steps());
        return steps;
    }

    private List<ClosingStep> presence() {
        List<ClosingStep> steps = new ArrayList<>();
        String name = name(target.name().name() + "_" + target.column().name(), "_present");
        Optional<Constraint> check = target.relation().constraints().stream()
                .filter(constraint -> constraint.name().equals(name))
                .findFirst();
        String quoted = Identifiers.quote(name);
        if (!target.column().notNull()) {
            if (check.isEmpty()) {
                steps.add(presence(
                        Kind.CHECK, "ADD CONSTRAINT " + quoted + " CHECK (" + column + " IS NOT NULL) NOT VALID"));
            }
            if (check.filter(Constraint::validated).isEmpty()) {
                steps.add(presence(Kind.VALIDATE_CHECK, "VALIDATE CONSTRAINT " + quoted));
            }
            steps.add(presence(Kind.NOT_NULL, "ALTER COLUMN " + column + " SET NOT NULL"));
        }
        if (!target.column().notNull() || check.isPresent()) {
            steps.add(presence(Kind.DROP_CHECK, "DROP CONSTRAINT " + quoted));
        }
        return steps;
    }

    private ClosingStep presence(Kind kind, String action) {
        return new ClosingStep(kind, PRESENCE, alter + action);
    }

    /** The tenant of whoever inserts, where one plain setting tells it. */
    private Optional<String> setting() {
        Map<String, String> settings = inspection.tenancy().settings();
        return settings.entrySet().stream()
                .filter(entry -> entry.getValue().equals("{tenant}"))
                .map(Map.Entry::getKey)
                .findFirst()
                .map(name -> "NULLIF(current_setting(" + Identifiers.literal(name) + ", true), '')::"
                        + target.type().text());
    }

    /** A name that fits into the server's 63 bytes, unquoted. */
    static String name(String start, String end) {
        String cut = start;
        while ((cut + end).getBytes(java.nio.charset.StandardCharsets.UTF_8).length > 63) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut + end;
    }

    /** Whether an index of all rows begins with these columns. */
    static boolean indexed(Relation relation, boolean unique, List<Column> columns) {
        List<String> names =
                columns.stream().map(column -> Identifiers.quote(column.name())).toList();
        return relation.indexes().stream()
                .filter(index -> index.valid() && index.predicate() == null)
                .anyMatch(index -> unique ? isUniqueOn(index, names) : startsWith(index, names));
    }

    private static boolean isUniqueOn(Index index, List<String> names) {
        return index.unique()
                && index.keys().size() == names.size()
                && index.keys().containsAll(names);
    }

    private static boolean startsWith(Index index, List<String> names) {
        return index.keys().size() >= names.size()
                && index.keys().subList(0, names.size()).equals(names);
    }
}
