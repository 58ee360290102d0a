package dev.partywall.tenancy;

import dev.partywall.catalog.Column;
import dev.partywall.catalog.Relation;
import dev.partywall.failure.Failure;
import dev.partywall.profile.TenancyDeclaration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds slips in what a profile declares, before anything is made of it. */
final class DeclarationCheck {
    private final Named named;
    private final List<Relation> inScope;

    DeclarationCheck(Named named, List<Relation> inScope) {
        this.named = named;
        this.inScope = inScope;
    }

    /**
     * Checks columns, tables and settings.
     *
     * @throws Failure for the first that cannot be right
     */
    void check(TenancyDeclaration declared) {
        declared.settings().keySet().forEach(DeclarationCheck::setting);
        declared.columns().forEach((table, column) -> Named.column(named.relation(table), column));
        declared.shared().forEach(named::relation);
        String usual = declared.tenantColumn();
        if (usual != null) {
            usualColumn(usual);
        }
    }

    private static void setting(String name) {
        if (!name.contains(".")) {
            throw Failure.usage(
                    "The profile names the setting " + name + ", which has no dot and so is one of the server's own.",
                    "Name the custom setting that policies read, app.current_tenant for example.");
        }
    }

    private void usualColumn(String column) {
        if (inScope.stream().anyMatch(relation -> relation.column(column).isPresent())) {
            return;
        }
        Map<String, Long> near = inScope.stream()
                .flatMap(relation -> relation.columns().stream())
                .map(Column::name)
                .filter(found -> NameHints.spelling(found).equals(NameHints.spelling(column)))
                .collect(Collectors.groupingBy(found -> found, Collectors.counting()));
        String hint = near.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(found -> " Perhaps " + found.getKey() + " is meant.")
                .orElse("");
        throw Failure.usage(
                "The profile names the tenant column " + column + ", which no table has.",
                "Correct it in the profile, or leave it out to have it detected." + hint);
    }
}
