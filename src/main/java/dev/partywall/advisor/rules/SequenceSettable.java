package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Reach;
import dev.partywall.advisor.Remedy;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.Grant;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A sequence behind a tenant table that the app role may set: the tenants share its numbers. */
public final class SequenceSettable implements Rule {
    @Override
    public String id() {
        return "sequence-settable";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return inspection.snapshot().sequences().stream()
                .filter(sequence -> numbersTenantRows(landscape, sequence))
                .filter(sequence -> !landscape.reach().uses(sequence.owner()))
                .flatMap(sequence -> finding(landscape, sequence).stream())
                .toList();
    }

    /** It belongs to a column of such a table, or a default draws from it. */
    private static boolean numbersTenantRows(Landscape landscape, Sequence sequence) {
        return landscape
                        .relation(sequence.ownedBy())
                        .filter(landscape::holdsTenantRows)
                        .isPresent()
                || landscape.tables().stream()
                        .filter(landscape::holdsTenantRows)
                        .flatMap(table -> table.columns().stream())
                        .anyMatch(column -> drawsFrom(column, sequence));
    }

    private static boolean drawsFrom(Column column, Sequence sequence) {
        String text = column.defaultExpression();
        return text != null
                && text.startsWith("nextval(")
                && Stream.of(
                                sequence.name().sql(),
                                Identifiers.quote(sequence.name().name()))
                        .anyMatch(name -> text.contains("'" + name.replace("'", "''") + "'"));
    }

    private Optional<Finding> finding(Landscape landscape, Sequence sequence) {
        List<Grant> grants = sequence.grants().stream()
                .filter(grant -> grant.privilege() == Privilege.UPDATE
                        && landscape.reach().isMine(grant))
                .toList();
        return grants.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        id(),
                        Severity.LOW,
                        Direction.NEUTRAL,
                        new ObjectRef(
                                ObjectRef.Kind.SEQUENCE,
                                sequence.name().schema(),
                                null,
                                sequence.name().name()),
                        "The app role may set the sequence " + sequence.name(),
                        "All tenants draw their numbers from it: setval by one makes the others' inserts fail, and its value tells how many rows they write.",
                        "UPDATE on the sequence is held through " + Reach.holders(grants) + ".",
                        Remedy.revoke(grants, "SEQUENCE " + sequence.name().sql())));
    }
}
