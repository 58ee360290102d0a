package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Hole;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.PolicyFindings;
import dev.partywall.advisor.PolicyReview;
import dev.partywall.advisor.Reach;
import dev.partywall.advisor.Remedy;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Grant;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A table that policies look tenants up in can be written by the app role: a tenant lets itself in. */
public final class MappingTableWritable implements Rule {
    @Override
    public String id() {
        return "mapping-writable";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        PolicyReview review = PolicyReview.of(inspection);
        Stream<Finding> byPolicy = review.holes(id()).stream().map(MappingTableWritable::finding);
        return Stream.concat(writable(landscape), byPolicy).toList();
    }

    private Stream<Finding> writable(Landscape landscape) {
        return landscape.tables().stream()
                .filter(table -> Stream.of(Privilege.INSERT, Privilege.UPDATE)
                        .anyMatch(command -> landscape.reach().isOpen(table, command)))
                .flatMap(table -> readBy(landscape, table).stream().map(reader -> finding(landscape, table, reader)));
    }

    /** A policy under which everybody may add himself to any tenant. */
    private static Finding finding(Hole hole) {
        return PolicyFindings.of(
                hole,
                Severity.HIGH,
                "A tenant's user can write himself into "
                        + hole.table().relation().name() + ", which policies trust",
                "Policies look up in this table who belongs to which tenant, and this policy only asks that the row is about"
                        + " the user himself.",
                "DROP POLICY " + Identifiers.quote(hole.policy().policy().name()) + " ON "
                        + hole.table().relation().name().sql() + ";");
    }

    /** A tenant table whose policies look this table up. */
    private static Optional<Relation> readBy(Landscape landscape, Relation table) {
        String name = Pattern.quote(Identifiers.quote(table.name().name()));
        Pattern lookup = Pattern.compile("\\b(?:FROM|JOIN) \\(*(?:[\\w$\"]+\\.)?" + name + "(?![\\w$\"])");
        return landscape.tables().stream()
                .filter(reader -> !reader.name().equals(table.name()) && reader.rowSecurity())
                .filter(reader -> reader.policies().stream()
                        .flatMap(policy -> Stream.of(policy.using(), policy.withCheck()))
                        .anyMatch(text -> text != null && lookup.matcher(text).find()))
                .findFirst();
    }

    private Finding finding(Landscape landscape, Relation table, Relation reader) {
        List<Privilege> commands = Stream.of(Privilege.INSERT, Privilege.UPDATE)
                .filter(command -> landscape.reach().isOpen(table, command))
                .toList();
        List<Grant> grants = commands.stream()
                .flatMap(command -> landscape.reach().held(table, command).stream())
                .toList();
        return new Finding(
                id(),
                Severity.HIGH,
                Direction.FAIL_OPEN,
                ObjectRef.of(table),
                "A tenant can write itself into " + table.name() + ", which policies trust",
                "The policies of " + reader.name() + " look up in this table who belongs to whom. "
                        + "A session that may write any row of it gives itself access to any tenant.",
                landscape.reach().app() + " may " + Reach.words(commands) + " every row.",
                Remedy.revoke(grants, table.name()));
    }
}
