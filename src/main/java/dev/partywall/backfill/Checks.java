package dev.partywall.backfill;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.Constraint;
import dev.partywall.connect.Sql;
import dev.partywall.connect.WriteSession;
import dev.partywall.failure.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What must hold before a row is touched. */
final class Checks {
    private static final Set<String> HARMLESS = Set.of("NO ACTION", "RESTRICT");

    private final Inspection inspection;
    private final WriteSession session;
    private final Mappings mappings;

    Checks(Inspection inspection, WriteSession session, Mappings mappings) {
        this.inspection = inspection;
        this.session = session;
        this.mappings = mappings;
    }

    /**
     * @param resumed whether a part of it was done
     * @throws Failure when the table is not the one the plan was made for, or cannot be written to in full
     */
    Target planned(Plan.Table table, boolean resumed) {
        Target target = Target.of(inspection, table.table());
        same(table, target);
        privileged(target, table.deletions() > 0 || table.assignment() instanceof Assignment.Delete);
        counted(table, target);
        tenantsKnown(table, target);
        if (table.assignment() instanceof Assignment.Listed listed
                && !Objects.equals(mappings.of(target.relation(), listed).digest(), table.mapping())) {
            throw changed("The file " + listed.file() + " is not the one the plan was made with.");
        }
        if (table.assignment() instanceof Assignment.Delete && !resumed) {
            confirmed(table);
        }
        session.rollback();
        return target;
    }

    private static Failure changed(String what) {
        return Failure.incomplete(what, "Make a new plan, and look at it again. Nothing was changed.");
    }

    private static void same(Plan.Table table, Target target) {
        Map<String, String> columns = target.columnTypes();
        if (!columns.equals(table.columns())) {
            Set<String> differing = new TreeSet<>(columns.keySet());
            differing.addAll(table.columns().keySet());
            differing.removeIf(
                    name -> Objects.equals(columns.get(name), table.columns().get(name)));
            throw changed("The columns of " + target.name() + " are not those the plan was made for: "
                    + String.join(", ", differing) + ".");
        }
        if (!target.column().name().equals(table.column())) {
            throw changed("The tenant column of " + target.name() + " is not that of the plan.");
        }
    }

    private void counted(Plan.Table table, Target target) {
        long rows = Counts.withoutTenant(session, target);
        if (rows > table.guard()) {
            throw changed(target.name() + " has " + rows + " rows without a tenant, and the plan was made for "
                    + table.guard() + " at most.");
        }
    }

    private static void confirmed(Plan.Table table) {
        if (!Objects.equals(table.confirmed(), table.deletions())) {
            throw Failure.usage(
                    "The plan deletes " + table.deletions() + " rows of " + table.table()
                            + ", and nobody has confirmed that.",
                    "Confirm the number of rows that are deleted, on the command line with --confirm-delete "
                            + table.deletions() + ".");
        }
    }

    /** A plan may come from another environment. */
    private void tenantsKnown(Plan.Table table, Target target) {
        var registry = inspection.tenancy().registry();
        if (registry == null || table.tenants().isEmpty()) {
            return;
        }
        Set<String> asked = new TreeSet<>(table.tenants().keySet());
        asked.removeAll(inspection.tenancy().systemTenants());
        Sql unknown = SqlTemplate.fill(
                "unknown-tenants.sql",
                Map.of(
                        "tenants", Sql.of("?::text[]", (Object) asked.toArray(String[]::new)),
                        "type", target.type(),
                        "registry", Sql.of(registry.table().sql()),
                        "key", Sql.of(dev.partywall.catalog.Identifiers.quote(registry.key()))));
        List<String> missing = session.list(unknown, row -> row.get(1));
        if (!missing.isEmpty()) {
            throw changed("The plan gives rows of " + target.name() + " to tenants that this database does not know: "
                    + String.join(", ", missing) + ".");
        }
    }

    /** @throws Failure where an update would silently leave rows alone, or be refused */
    private void privileged(Target target, boolean deleting) {
        String name = target.name().sql();
        if (session.list(Sql.of("SELECT row_security_active(?::text)", name), row -> row.flag(1))
                .getFirst()) {
            throw Failure.incomplete(
                    "Row security is active for " + session.attestation().currentUser() + " on " + target.name()
                            + ", so rows without a tenant would silently be left out.",
                    "Use a bypass role with BYPASSRLS, or the owner of a table where row security is not forced.");
        }
        Sql may = deleting
                ? Sql.of(
                        "SELECT has_table_privilege(?, 'SELECT') AND has_table_privilege(?, 'DELETE')"
                                + " AND has_table_privilege(?, 'UPDATE')",
                        name,
                        name,
                        name)
                : Sql.of(
                        "SELECT has_table_privilege(?, 'SELECT') AND has_column_privilege(?, ?, 'UPDATE')",
                        name,
                        name,
                        target.column().name());
        if (!session.list(may, row -> row.flag(1)).getFirst()) {
            String verb = deleting ? "delete" : "update";
            throw Failure.incomplete(
                    session.attestation().currentUser() + " may not read and " + verb + " " + target.name() + ".",
                    "GRANT SELECT, UPDATE" + (deleting ? ", DELETE" : "") + " ON " + name + " TO the bypass role.");
        }
        hurdles(target, deleting);
        if (deleting) {
            nothingGoesAlong(target);
        }
    }

    private void hurdles(Target target, boolean deleting) {
        Hurdles hurdles = Hurdles.of(session::list, target);
        if (hurdles.rules() != null) {
            throw Failure.incomplete(
                    "Rules of " + target.name() + " (" + hurdles.rules() + ") change what an update or delete does.",
                    "Disable them for the time of the back-fill: ALTER TABLE " + target.name() + " DISABLE RULE ...");
        }
        String publication = deleting ? hurdles.deletesUnpublishable() : hurdles.updatesUnpublishable();
        if (publication != null) {
            throw Failure.incomplete(
                    "Publication " + publication + " sends what happens to " + target.name()
                            + ", and its rows have no replica identity: the server would refuse every change.",
                    "ALTER TABLE " + target.name() + " REPLICA IDENTITY FULL, or USING INDEX a unique index; with"
                            + " partitions on each of them.");
        }
    }

    /** Rows of other tables that would go or change with a deleted one are not in the journal. */
    private void nothingGoesAlong(Target target) {
        for (var other : inspection.snapshot().relations()) {
            for (Constraint key : other.foreignKeys()) {
                if (target.name().equals(key.references()) && !HARMLESS.contains(String.valueOf(key.onDelete()))) {
                    throw Failure.incomplete(
                            "Deleting rows of " + target.name() + " would also change " + other.name() + " ("
                                    + key.name() + ": ON DELETE " + key.onDelete() + "), and that could not be undone.",
                            "Give the rows a tenant instead, or decide about the rows of " + other.name() + " first.");
                }
            }
        }
    }

    /** @throws Failure when the plan wants triggers off and this role may not do that */
    void triggersOff(Plan plan) {
        if (!plan.triggersOff()) {
            return;
        }
        try {
            Committer.begin(session, Duration.ofSeconds(1), true);
            session.rollback();
        } catch (Failure refused) {
            if (!"42501".equals(refused.sqlState())) {
                throw refused;
            }
            throw Failure.incomplete(
                    session.attestation().currentUser() + " may not set session_replication_role, so triggers stay on.",
                    "GRANT SET ON PARAMETER session_replication_role TO it (PostgreSQL 15 and later), or leave the"
                            + " triggers on.");
        }
    }

    /** @throws Failure when rows cannot be taken back */
    void undoable(Plan.Table table, Target target) {
        boolean deleting = table.assignment() instanceof Assignment.Delete;
        same(table, target);
        privileged(target, false);
        if (!deleting && target.column().notNull()) {
            throw Failure.incomplete(
                    "The tenant column of " + target.name() + " is NOT NULL by now, so nothing can be taken back.",
                    "ALTER TABLE " + target.name() + " ALTER COLUMN "
                            + target.quotedColumn().text() + " DROP NOT NULL; then run this again.");
        }
    }
}
