package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Hole;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Lookups;
import dev.partywall.advisor.PolicyFindings;
import dev.partywall.advisor.PolicyReview;
import dev.partywall.advisor.Reach;
import dev.partywall.advisor.Remedy;
import dev.partywall.advisor.ReviewedPolicy.Side;
import dev.partywall.advisor.ReviewedTable;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.Grant;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.expression.Answer;
import dev.partywall.expression.Cause;
import dev.partywall.expression.RowTenant;
import dev.partywall.expression.SessionState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A table that policies look tenants up in can be written by the app role: a tenant lets itself in. */
public final class MappingTableWritable implements Rule {
    @Override
    public String id() {
        return "mapping-writable";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        PolicyReview review = PolicyReview.of(inspection);
        Lookups lookups = new Lookups(review);
        List<Hole> holes = review.holes(id());
        Stream<Finding> byRight = review.landscape().tables().stream()
                .filter(table ->
                        holes.stream().noneMatch(hole -> hole.table().relation().equals(table)))
                .flatMap(table ->
                        lookups.readerOf(table).stream().flatMap(reader -> judge(review, lookups, table, reader)));
        return Stream.concat(byRight, holes.stream().map(MappingTableWritable::finding))
                .toList();
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

    private Stream<Finding> judge(PolicyReview review, Lookups lookups, Relation table, Relation reader) {
        List<Privilege> commands = Stream.of(Privilege.INSERT, Privilege.UPDATE)
                .filter(command -> isWritable(review, table, command))
                .filter(command -> reachesWhatCounts(review.landscape(), lookups, table, command))
                .toList();
        return commands.isEmpty() ? Stream.empty() : Stream.of(finding(review.landscape(), table, reader, commands));
    }

    /** Any row, or rows of another tenant although the table has policies of its own. */
    private static boolean isWritable(PolicyReview review, Relation table, Privilege command) {
        return review.landscape().reach().isOpen(table, command)
                || review.tables().stream()
                        .filter(reviewed -> reviewed.relation().equals(table)
                                && reviewed.commands().contains(command)
                                && review.tellsPersonsApart(reviewed))
                        .anyMatch(reviewed -> takesForeign(reviewed, command));
    }

    private static boolean takesForeign(ReviewedTable table, Privilege command) {
        return table.permissive().stream()
                .filter(policy -> policy.coversCommand(command))
                .anyMatch(policy -> isKnown(policy.ask(Side.CHECK, SessionState.TENANT, RowTenant.FOREIGN))
                        && table.passesRestrictive(Side.CHECK, command, SessionState.TENANT, RowTenant.FOREIGN));
    }

    /** True for certain, not because of other rows or functions that might forbid it. */
    private static boolean isKnown(Answer answer) {
        return answer.canBeTrue()
                && Stream.of(Cause.Kind.RELATION, Cause.Kind.FUNCTION, Cause.Kind.UNREAD)
                        .noneMatch(answer::dependsOn);
    }

    /** Whole rows, or by column privilege some column that the lookup names. */
    private static boolean reachesWhatCounts(Landscape landscape, Lookups lookups, Relation table, Privilege command) {
        return !landscape.reach().held(table, command).isEmpty()
                || table.columns().stream()
                        .filter(column -> mayWrite(landscape, column, command))
                        .anyMatch(column -> lookups.names(table, column.name()));
    }

    private static boolean mayWrite(Landscape landscape, Column column, Privilege command) {
        return column.grants().stream()
                .anyMatch(grant ->
                        grant.privilege() == command && landscape.reach().isMine(grant));
    }

    private Finding finding(Landscape landscape, Relation table, Relation reader, List<Privilege> commands) {
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
                        + "A session that may write rows of any tenant in it gives itself access to that tenant.",
                landscape.reach().app() + " may " + Reach.words(commands) + " rows of any tenant.",
                grants.isEmpty() ? columns(landscape, table, commands) : Remedy.revoke(grants, table.name()));
    }

    private static String columns(Landscape landscape, Relation table, List<Privilege> commands) {
        Optional<String> fix = table.columns().stream()
                .flatMap(column -> column.grants().stream()
                        .filter(grant -> commands.contains(grant.privilege())
                                && landscape.reach().isMine(grant))
                        .map(grant -> "REVOKE " + grant.privilege() + " ("
                                + Identifiers.quote(column.name()) + ") ON "
                                + table.name().sql() + " FROM " + Remedy.role(grant.grantee()) + ";"))
                .reduce((a, b) -> a + "\n" + b);
        return fix.orElse("Take the right to write the table from the app role.");
    }
}
