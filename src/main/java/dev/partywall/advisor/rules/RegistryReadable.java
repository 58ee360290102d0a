package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Part;
import dev.partywall.advisor.Reach;
import dev.partywall.advisor.Remedy;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.advisor.TenantPredicate;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.tenancy.TenantRegistry;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The table that lists the tenants is open: each tenant sees, or changes, all the others. */
public final class RegistryReadable implements Rule {
    @Override
    public String id() {
        return "registry-readable";
    }

    private static final Pattern TELLING = Pattern.compile(
            "(?i).*(secret|token|password|passwd|api_?key|private|credential|hash|mail|phone|address|iban|bank|card|tax|vat|billing"
                    + "|contact|config|settings|webhook|dsn|connection|price|revenue|mrr|note).*");

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return landscape.tables().stream()
                .filter(table -> landscape.part(table) == Part.REGISTRY)
                .filter(table -> landscape.reach().isOpen(table, Privilege.SELECT) || isWritable(landscape, table))
                .map(table -> finding(landscape, table))
                .toList();
    }

    private static boolean isWritable(Landscape landscape, Relation table) {
        return landscape.reach().isOpen(table, Privilege.UPDATE)
                || landscape.reach().isOpen(table, Privilege.DELETE);
    }

    private Finding finding(Landscape landscape, Relation table) {
        List<String> telling = table.columns().stream()
                .map(Column::name)
                .filter(name -> TELLING.matcher(name).matches())
                .toList();
        boolean writable = isWritable(landscape, table);
        return new Finding(
                id(),
                writable ? Severity.HIGH : telling.isEmpty() ? Severity.LOW : Severity.MEDIUM,
                Direction.FAIL_OPEN,
                ObjectRef.of(table),
                "Every tenant can " + (writable ? "change" : "read") + " the whole list of tenants, " + table.name(),
                "It has no tenant column, its key is the tenant, so searches by column name skip it. It tells who the other customers are"
                        + (telling.isEmpty() ? "." : ", and their " + String.join(", ", telling) + "."),
                landscape.reach().app() + " may "
                        + Reach.words(landscape.reach().commands(table)) + " every row.",
                fix(landscape, table));
    }

    private static String fix(Landscape landscape, Relation table) {
        TenantRegistry registry = Objects.requireNonNull(landscape.tenancy().registry());
        return Remedy.protect(table, new TenantPredicate(landscape).ofRegistry(table, registry.key()));
    }
}
