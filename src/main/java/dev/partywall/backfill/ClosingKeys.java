package dev.partywall.backfill;

import dev.partywall.access.Inspection;
import dev.partywall.backfill.ClosingStep.Kind;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Foreign keys that carry the tenant, beside those that do not: a row can then only reference rows of its own tenant. What
 * happens when a parent goes is left to the key that was there. Not for partitioned tables, whose keys cannot be added
 * without looking at every row.
 */
final class ClosingKeys {
    private final Inspection inspection;
    private final Target target;

    ClosingKeys(Inspection inspection, Target target) {
        this.inspection = inspection;
        this.target = target;
    }

    List<ClosingStep> steps() {
        Hops hops = new Hops(inspection);
        List<Hops.Hop> carried = hops.binding(target.relation());
        return hops.from(target.relation()).stream()
                .filter(hop -> !carried.contains(hop) && isPlain(hop.child()) && isPlain(hop.parent()))
                .filter(hop -> carried.stream().noneMatch(other -> sameButTenant(other, hop)))
                .flatMap(hop -> steps(hop).stream())
                .toList();
    }

    private static boolean isPlain(Relation relation) {
        return relation.kind() == Relation.Kind.TABLE && !relation.partitionOf();
    }

    private boolean sameButTenant(Hops.Hop with, Hops.Hop without) {
        List<String> columns = new ArrayList<>(with.key().columns());
        columns.remove(target.column().name());
        return with.parent().equals(without.parent())
                && columns.equals(without.key().columns());
    }

    private List<ClosingStep> steps(Hops.Hop hop) {
        Optional<Column> tenant = Target.tenantColumn(inspection, hop.parent())
                .filter(column -> column.baseType().equals(target.column().baseType()));
        return tenant.map(column -> steps(hop, column)).orElse(List.of());
    }

    private List<ClosingStep> steps(Hops.Hop hop, Column tenant) {
        List<ClosingStep> steps = new ArrayList<>();
        String chain = hop.key().name();
        List<Column> referenced = new ArrayList<>(List.of(tenant));
        hop.key()
                .referencedColumns()
                .forEach(name -> referenced.add(hop.parent().column(name).orElseThrow()));
        if (!Closing.indexed(hop.parent(), true, referenced)) {
            steps.addAll(ClosingIndexes.concurrently(hop.parent(), true, referenced, chain));
        }
        String name = Identifiers.quote(Closing.name(hop.key().name(), "_tenant"));
        String alter = "ALTER TABLE " + target.name() + " ";
        steps.add(new ClosingStep(
                Kind.FOREIGN_KEY,
                chain,
                alter + "ADD CONSTRAINT " + name + " FOREIGN KEY ("
                        + list(target.column().name(), hop.key().columns()) + ") REFERENCES "
                        + hop.parent().name() + " ("
                        + list(tenant.name(), hop.key().referencedColumns())
                        + ") NOT VALID"));
        steps.add(new ClosingStep(Kind.VALIDATE_KEY, chain, alter + "VALIDATE CONSTRAINT " + name));
        return steps;
    }

    private static String list(String tenant, List<String> columns) {
        return String.join(
                ", ",
                Stream.concat(Stream.of(tenant), columns.stream())
                        .map(Identifiers::quote)
                        .toList());
    }
}
