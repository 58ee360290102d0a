package dev.partywall.backfill;

import dev.partywall.access.Inspection;
import dev.partywall.connect.Sql;
import dev.partywall.connect.WriteSession;
import dev.partywall.failure.Failure;
import java.util.Objects;

/** What must hold before a row is touched. */
final class Checks {
    private final Inspection inspection;
    private final WriteSession session;
    private final Mappings mappings;

    Checks(Inspection inspection, WriteSession session, Mappings mappings) {
        this.inspection = inspection;
        this.session = session;
        this.mappings = mappings;
    }

    /** @throws Failure when the table is not the one the plan was made for, or cannot be written to in full */
    Target planned(Plan.Table table) {
        Target target = Target.of(inspection, table.table());
        if (!Digests.ofColumns(target.relation()).equals(table.columns())) {
            throw changed("The columns of " + target.name() + " are not those the plan was made for.");
        }
        if (!target.column().name().equals(table.column())) {
            throw changed("The tenant column of " + target.name() + " is not that of the plan.");
        }
        privileged(target);
        long rows = Counts.withoutTenant(session, target);
        if (rows > table.guard()) {
            throw changed(target.name() + " has " + rows + " rows without a tenant, and the plan was made for "
                    + table.guard() + " at most.");
        }
        if (table.assignment() instanceof Assignment.Listed listed
                && !Objects.equals(mappings.of(target.relation(), listed).digest(), table.mapping())) {
            throw changed("The file " + listed.file() + " is not the one the plan was made with.");
        }
        session.rollback();
        return target;
    }

    private static Failure changed(String what) {
        return Failure.incomplete(what, "Make a new plan, and look at it again. Nothing was changed.");
    }

    /** @throws Failure where an update would silently leave rows alone, or be refused */
    void privileged(Target target) {
        String name = target.name().sql();
        if (session.list(Sql.of("SELECT row_security_active(?::text)", name), row -> row.flag(1))
                .getFirst()) {
            throw Failure.incomplete(
                    "Row security is active for " + session.attestation().currentUser() + " on " + target.name()
                            + ", so rows without a tenant would silently be left out.",
                    "Use a bypass role with BYPASSRLS, or the owner of a table where row security is not forced.");
        }
        String column = target.column().name();
        Sql may = Sql.of(
                "SELECT has_table_privilege(?, 'SELECT') AND has_column_privilege(?, ?, 'UPDATE')", name, name, column);
        if (!session.list(may, row -> row.flag(1)).getFirst()) {
            throw Failure.incomplete(
                    session.attestation().currentUser() + " may not read and update " + target.name() + ".",
                    "GRANT SELECT, UPDATE ON " + name + " TO the bypass role.");
        }
    }
}
