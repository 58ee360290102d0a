package dev.partywall.cli;

import dev.partywall.backfill.Agreement;
import dev.partywall.backfill.ClosingStep;
import dev.partywall.backfill.Gap;
import dev.partywall.backfill.Outcome;
import dev.partywall.backfill.Plan;
import dev.partywall.backfill.Proposal;
import dev.partywall.backfill.SetAside;
import dev.partywall.backfill.UndoOutcome;
import dev.partywall.backfill.Verification;
import dev.partywall.catalog.RelationName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What a back-fill says to people. */
final class BackfillText {
    private static final int MOST_ASIDE = 20;

    private final StringBuilder text = new StringBuilder();

    String gaps(List<Gap> gaps) {
        gaps.stream().filter(Gap::isOpen).forEach(this::gap);
        if (text.isEmpty()) {
            line("Every row has a tenant.");
        }
        return text.toString();
    }

    private void gap(Gap gap) {
        if (gap.refused() != null) {
            line("%s: left out, because %s", gap.table(), gap.refused());
            return;
        }
        line(
                "%s: %s%,d of %,d rows without a tenant (%.1f %%)",
                gap.table(), gap.estimated() ? "about " : "", gap.withoutTenant(), gap.rows(), gap.share() * 100);
        if (gap.since() != null) {
            line("  created %s", gap.since());
        }
        if (gap.empty() > 0) {
            line("  %,d rows have an empty tenant; they are left alone until it is NULL", gap.empty());
        }
        if (gap.unknown() > 0) {
            line("  %,d rows have a tenant the registry does not know; they are left alone", gap.unknown());
            gap.unknownTenants().forEach((tenant, rows) -> line("    '%s': %,d rows", tenant, rows));
        }
        gap.reasons().forEach(reason -> line("  why: %s", reason));
        gap.seenBy().forEach(notice -> line("  sees the update: %s", notice));
    }

    String proposals(List<Proposal> proposals) {
        proposals.forEach(proposal -> {
            line("%s --assign %s", proposal.table(), proposal.assignment().text());
            counts(proposal.counts());
            tenants(proposal.tenants());
            proposal.samples().stream()
                    .filter(sample -> sample.agreement().undecided())
                    .forEach(sample -> line(
                            "  for example %s: %s%s",
                            String.join(", ", sample.key()),
                            sample.agreement().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            sample.other() == null ? "" : " (" + sample.tenant() + " or " + sample.other() + ")"));
        });
        if (proposals.isEmpty()) {
            line("No foreign key tells a tenant here.");
            line("Assign them with --assign fixed:TENANT, map:FILE or sql:EXPRESSION.");
        }
        return text.toString();
    }

    String plan(Plan plan) {
        line(
                "Plan for database %s, by %s at %s. Nothing was changed.",
                plan.database().name(), plan.createdBy(), plan.createdAt());
        for (Plan.Table table : plan.tables()) {
            line("%s --assign %s", table.table(), table.assignment().text());
            counts(table.counts());
            table.after().forEach((tenant, after) -> {
                long before = table.before().getOrDefault(tenant, 0L);
                line("  tenant %s: %,d rows now, %,d then", tenant, before, after);
            });
        }
        if (plan.deletions() > 0) {
            line(
                    "%,d rows would be deleted. Add --execute --confirm-delete %d to do it.",
                    plan.deletions(), plan.deletions());
        }
        line("%,d rows would get a tenant. Add --execute to do it.", plan.rows() - plan.deletions());
        return text.toString();
    }

    private void counts(Map<Agreement, Long> counts) {
        if (counts.isEmpty()) {
            line("  no rows without a tenant");
        }
        new TreeMap<>(counts).forEach((agreement, rows) -> line("  %,d rows %s", rows, agreement.words()));
    }

    private void tenants(Map<String, Long> tenants) {
        new TreeMap<>(tenants).forEach((tenant, rows) -> line("  tenant %s: %,d rows", tenant, rows));
    }

    String outcome(Outcome outcome, List<Verification> verified, Function<RelationName, List<ClosingStep>> closing) {
        outcome.tables().forEach(this::table);
        verified.forEach(this::verification);
        line(
                "%,d rows %s.%s",
                outcome.set(),
                outcome.tables().stream().anyMatch(Outcome.Table::deleting) ? "are done" : "have their tenant",
                outcome.stopped() ? " It was stopped before the end." : "");
        if (!outcome.complete()) {
            line("Go on with --resume %s.", outcome.journal());
        }
        line("Undo it with --undo %s.", outcome.journal());
        for (Verification table : verified) {
            List<ClosingStep> statements = closing.apply(table.table());
            if (!statements.isEmpty()) {
                line(
                        "To keep such rows from coming back, the owner of %s runs%s, or uses --close:",
                        table.table(), table.withoutTenant() == 0 ? "" : " once none is left");
                statements.forEach(statement -> line("  %s;", statement.sql()));
            }
        }
        return text.toString();
    }

    private void table(Outcome.Table table) {
        line(
                "%s: %,d rows %s",
                table.table(), table.set(), table.deleting() ? "were deleted" : "have got their tenant");
        new TreeMap<>(table.left())
                .forEach((agreement, rows) -> line("  %,d rows %s: left alone", rows, agreement.words()));
        if (table.unplanned() > 0) {
            line("  %,d rows would get a tenant that is not in the plan: left alone", table.unplanned());
        }
        if (table.held() > 0) {
            line("  %,d rows were held by others, or are new", table.held());
        }
        table.aside().stream().limit(MOST_ASIDE).forEach(this::aside);
        if (table.aside().size() > MOST_ASIDE) {
            line(
                    "  %,d more rows were refused; the journal lists them",
                    table.aside().size() - MOST_ASIDE);
        }
    }

    private void aside(SetAside row) {
        line("  refused: row %s: %s", String.join(", ", row.key()), row.error());
    }

    private void verification(Verification table) {
        line("%s: %,d rows without a tenant are left", table.table(), table.withoutTenant());
        table.crossing().forEach((key, rows) -> line("  %,d rows reference another tenant's row by %s", rows, key));
        table.hidden().forEach(sentence -> line("  %s", sentence));
        if (table.lenses() < table.tenants().size()) {
            line(
                    "  looked through the lenses of the %d largest of %,d tenants",
                    table.lenses(), table.tenants().size());
        }
    }

    String undone(UndoOutcome outcome) {
        line("%,d rows are as they were.", outcome.undone());
        new TreeMap<>(outcome.skipped())
                .forEach((reason, rows) -> line("  %,d rows %s: left alone", rows, reason.words()));
        if (outcome.held() > 0) {
            line("  %,d rows were held by others; run --undo %s again", outcome.held(), outcome.journal());
        }
        outcome.aside().stream().limit(MOST_ASIDE).forEach(this::aside);
        if (outcome.stopped()) {
            line("It was stopped before the end; run --undo %s again.", outcome.journal());
        }
        return text.toString();
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
