package dev.partywall.backfill;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The SQL that closes the door behind a back-fill, each step without a long lock. */
final class Closing {
    private final Inspection inspection;
    private final Target target;

    Closing(Inspection inspection, Target target) {
        this.inspection = inspection;
        this.target = target;
    }

    List<String> statements() {
        List<String> statements = new ArrayList<>();
        String alter = "ALTER TABLE " + target.name() + " ";
        String column = target.quotedColumn().text();
        if (target.column().defaultExpression() == null) {
            setting()
                    .ifPresent(
                            value -> statements.add(alter + "ALTER COLUMN " + column + " SET DEFAULT " + value + ";"));
        }
        if (!target.column().notNull()) {
            String check = Identifiers.quote(
                    target.name().name() + "_" + target.column().name() + "_present");
            statements.add(alter + "ADD CONSTRAINT " + check + " CHECK (" + column + " IS NOT NULL) NOT VALID;");
            statements.add(alter + "VALIDATE CONSTRAINT " + check + ";");
            statements.add(alter + "ALTER COLUMN " + column + " SET NOT NULL;");
            statements.add(alter + "DROP CONSTRAINT " + check + ";");
        }
        boolean indexed = target.relation().indexes().stream()
                .anyMatch(index -> index.valid()
                        && index.predicate() == null
                        && !index.keys().isEmpty()
                        && index.keys().getFirst().equals(column));
        if (!indexed) {
            statements.add("CREATE INDEX CONCURRENTLY ON " + target.name() + " (" + column + ");");
        }
        return statements;
    }

    /** The tenant of whoever inserts, where one plain setting tells it. */
    private java.util.Optional<String> setting() {
        Map<String, String> settings = inspection.tenancy().settings();
        return settings.entrySet().stream()
                .filter(entry -> entry.getValue().equals("{tenant}"))
                .map(Map.Entry::getKey)
                .findFirst()
                .map(name -> "NULLIF(current_setting(" + Identifiers.literal(name) + ", true), '')::"
                        + target.type().text());
    }
}
