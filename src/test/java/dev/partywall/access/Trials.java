package dev.partywall.access;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Privilege;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Turns what the model says of a world into trials. */
final class Trials {
    private static final List<String> NEW_ROWS =
            List.of("11, 1, 1", "12, 2, NULL::int", "14, NULL::int, 3", "3001, 0, 0");

    private final AccessModel model;
    private final World world;
    private final Random random;
    private final double share;
    private final List<Trial> trials = new ArrayList<>();

    /** @param share of the write commands that are tried, to save time: 1 for all */
    private Trials(AccessModel model, World world, double share) {
        this.model = model;
        this.world = world;
        this.random = new Random(world.schema().hashCode());
        this.share = share;
    }

    static List<Trial> of(AccessModel model, World world, double share) {
        Trials trials = new Trials(model, world, share);
        for (String role : world.roles()) {
            world.roles().forEach(other -> trials.memberships(role, other));
            world.things().forEach(thing -> trials.commands(role, thing));
        }
        return trials.trials;
    }

    private void memberships(String role, String other) {
        boolean may = role.equals(other) || model.canBecome(role).contains(other);
        trials.add(new Trial(
                "SET ROLE " + other,
                role,
                "SET LOCAL ROLE " + Identifiers.quote(other),
                "",
                may ? "SELECT 'ok '" : Trial.DENIED));
        trials.add(new Trial(
                "uses " + other,
                "postgres",
                "SELECT pg_has_role(" + Identifiers.literal(role) + ", " + Identifiers.literal(other)
                        + ", 'USAGE')::text",
                "",
                "SELECT 'ok " + model.uses(role, other) + "'"));
        if (!role.equals(other)) {
            route(role, other);
        }
    }

    /** Goes the way the model found, or tries the only step there is and is refused. */
    private void route(String role, String other) {
        List<Escape.Step> way = model.couldBecome(role).get(other);
        StringBuilder script = new StringBuilder();
        if (way == null) {
            grant(script, other, role);
        } else {
            way.forEach(step -> go(script, role, step));
        }
        trials.add(new Trial(
                "way to " + other + " " + way,
                role,
                "DO $do$ BEGIN " + script + " END $do$",
                "",
                way == null ? Trial.DENIED : "SELECT 'ok '"));
    }

    private void go(StringBuilder script, String start, Escape.Step step) {
        if (step.means() == Escape.Means.SET_ROLE) {
            script.append("SET LOCAL ROLE ")
                    .append(Identifiers.quote(step.to()))
                    .append("; ");
        } else {
            if (step.means() == Escape.Means.GRANT_BY_CREATEROLE) {
                openCircles(script, start);
            }
            grant(script, step.to(), start);
        }
    }

    private void openCircles(StringBuilder script, String start) {
        model.snapshot().memberships().stream()
                .filter(membership -> membership.role().equals(start))
                .forEach(membership -> script.append("REVOKE " + Identifiers.quote(start) + " FROM "
                        + Identifiers.quote(membership.member()) + "; "));
    }

    private static void grant(StringBuilder script, String role, String to) {
        String granted = Identifiers.quote(role);
        script.append("GRANT " + granted + " TO " + Identifiers.quote(to) + "; SET LOCAL ROLE " + granted + "; ");
    }

    private void commands(String role, World.Thing thing) {
        select(role, thing);
        if (thing.kind() == World.Kind.TABLE) {
            rowSecurityActive(role, thing);
        }
        for (Runnable command : List.<Runnable>of(
                () -> insert(role, thing),
                () -> update(role, thing, "a"),
                () -> update(role, thing, "b"),
                () -> delete(role, thing),
                () -> merge(role, thing),
                () -> beyondRows(role, thing))) {
            if (random.nextDouble() < share) {
                command.run();
            }
        }
    }

    private Access access(String role, World.Thing thing, Privilege command) {
        return model.of(role, thing.name(), command);
    }

    private void add(String role, World.Thing thing, Access access, String statement, String state, String expected) {
        trials.add(new Trial(thing.name() + ": " + access, role, statement, state, expected));
    }

    private void rowSecurityActive(String role, World.Thing thing) {
        CatalogSnapshot snapshot = model.snapshot();
        long oid = snapshot.relation(thing.name()).orElseThrow().oid();
        trials.add(new Trial(
                "row_security_active " + thing.name(),
                role,
                "SELECT row_security_active(" + oid + "::oid)::text",
                "",
                "SELECT 'ok " + model.rowSecurityActive(role, thing.name()) + "'"));
    }

    private void select(String role, World.Thing thing) {
        Access access = access(role, thing, Privilege.SELECT);
        if (access.kind() == AccessKind.UNDECIDED) {
            return;
        }
        String from = " FROM " + thing.name().sql();
        if (access.kind() == AccessKind.DENIED) {
            // Not count(*): of a view that aggregates it needs no row, and what is behind is then not even asked (world
            // 140 on 16).
            String what = thing.kind() == World.Kind.OTHER_VIEW ? "sum(id)" : "count(*)";
            add(role, thing, access, "SELECT " + what + "::text" + from, "", Trial.DENIED);
            return;
        }
        add(role, thing, access, "SELECT count(*)::text" + from, "", seen(access, thing, "count(*)::text"));
        for (String column : World.COLUMNS) {
            String list = "string_agg(" + column + "::text, ',' ORDER BY " + column + ")";
            String expected = grants(access, column) ? seen(access, thing, list) : Trial.DENIED;
            add(role, thing, access, "SELECT " + list + from, "", expected);
        }
    }

    private static boolean grants(Access access, String column) {
        return access.columns() == null || access.columns().contains(column);
    }

    private static String seen(Access access, World.Thing thing, String what) {
        boolean everything = access.kind() == AccessKind.EVERYTHING;
        String source =
                everything ? "(" + thing.content() + ") AS x" : thing.base().sql() + " WHERE " + touched(access, thing);
        return hasSubquery(access)
                ? "SELECT 'ok *'"
                : "SELECT 'ok ' || coalesce((SELECT " + what + " FROM " + source + "), '')";
    }

    /** A sub-select would need the role's own view of the table it reads; only whether it runs is held against the server. */
    private static boolean hasSubquery(Access access) {
        return Objects.requireNonNullElse(access.predicate(), "").contains("SELECT")
                || Objects.requireNonNullElse(access.check(), "").contains("SELECT");
    }

    private static String touched(Access access, World.Thing thing) {
        String predicate =
                access.kind() == AccessKind.NOTHING ? "false" : Objects.requireNonNullElse(access.predicate(), "true");
        return "((" + thing.narrowing() + ") AND (" + predicate + "))";
    }

    /** The first column that a WHERE or RETURNING may name. */
    private String readable(String role, World.Thing thing) {
        return World.COLUMNS.stream()
                .filter(column -> grants(access(role, thing, Privilege.SELECT), column))
                .findFirst()
                .orElse("id");
    }

    private void insert(String role, World.Thing thing) {
        Access access = access(role, thing, Privilege.INSERT);
        List<String> columns = Objects.requireNonNullElse(access.columns(), World.COLUMNS);
        String row = NEW_ROWS.get(random.nextInt(NEW_ROWS.size()));
        String statement = "INSERT INTO " + thing.name().sql() + " (" + String.join(", ", columns) + ")" + " SELECT "
                + String.join(", ", columns) + " FROM (VALUES (" + row + ")) AS v (id, a, b)";
        inserted(role, thing, access, columns, row, statement);
        inserted(role, thing, access.whenReading(), columns, row, statement + " RETURNING " + readable(role, thing));
        World.COLUMNS.stream()
                .filter(column -> !grants(access, column))
                .forEach(column -> add(
                        role,
                        thing,
                        access,
                        "INSERT INTO " + thing.name().sql() + " (" + column + ") VALUES (31)",
                        "",
                        Trial.DENIED));
    }

    private void inserted(
            String role, World.Thing thing, Access access, List<String> columns, String row, String statement) {
        String check = Objects.requireNonNullElse(access.check(), "true");
        String values = World.COLUMNS.stream()
                .map(column -> columns.contains(column)
                        ? column
                        : column.equals("id") ? "100 AS id" : "NULL::int AS " + column)
                .reduce((some, more) -> some + ", " + more)
                .orElseThrow();
        String expected = switch (access.kind()) {
            case DENIED -> Trial.DENIED;
            case UNDECIDED -> "";
            case NOTHING -> "SELECT 'violates'";
            case ROWS, EVERYTHING ->
                hasSubquery(access)
                        ? ""
                        : "SELECT CASE WHEN " + check + " THEN 'ok ' ELSE 'violates' END FROM (SELECT " + values
                                + " FROM (VALUES (" + row + ")) AS v (id, a, b)) AS "
                                + Identifiers.quote(access.relation().name());
        };
        if (!expected.isEmpty()) {
            add(role, thing, access, statement, "", expected);
        }
    }

    private void update(String role, World.Thing thing, String column) {
        Access access = access(role, thing, Privilege.UPDATE);
        String statement = "UPDATE " + thing.name().sql() + " SET " + column + " = 5";
        if (!grants(access, column)) {
            add(role, thing, access, statement, "", Trial.DENIED);
            return;
        }
        updated(role, thing, access, column, statement);
        String read = readable(role, thing);
        String where = " WHERE " + read + " > 0 OR coalesce(" + read + ", 0) <= 0";
        updated(role, thing, access.whenReading(), column, statement + where);
    }

    private void updated(String role, World.Thing thing, Access access, String column, String statement) {
        String table = thing.base().sql();
        String state =
                "SELECT string_agg(id || ':' || coalesce(" + column + "::text, ''), ',' ORDER BY id) FROM " + table;
        String touched = touched(access, thing);
        String after = "(SELECT string_agg(id || ':' || CASE WHEN " + touched + " THEN '5' ELSE coalesce(" + column
                + "::text, '') END, ',' ORDER BY id) FROM " + table + ")";
        String broken = "EXISTS (SELECT FROM (SELECT "
                + String.join(", ", World.COLUMNS).replace(column, "5 AS " + column)
                + " FROM " + table + " WHERE " + touched + ") AS "
                + Identifiers.quote(thing.base().name())
                + " WHERE (" + Objects.requireNonNullElse(access.check(), "true") + ") IS NOT TRUE)";
        outcome(role, thing, access, statement, state, after, broken);
    }

    private void outcome(
            String role,
            World.Thing thing,
            Access access,
            String statement,
            String state,
            String after,
            String broken) {
        switch (access.kind()) {
            case UNDECIDED -> {}
            case DENIED -> add(role, thing, access, statement, "", Trial.DENIED);
            case NOTHING -> add(role, thing, access, statement, state, "SELECT 'violates or ok ' || " + after);
            case ROWS, EVERYTHING -> {
                if (!hasSubquery(access)) {
                    String expected = "SELECT CASE WHEN " + broken + " THEN 'violates' ELSE 'ok ' || " + after + " END";
                    add(role, thing, access, statement, state, expected);
                }
            }
        }
    }

    private void delete(String role, World.Thing thing) {
        Access access = access(role, thing, Privilege.DELETE);
        String statement = "DELETE FROM " + thing.name().sql();
        deleted(role, thing, access, statement);
        String read = readable(role, thing);
        deleted(
                role,
                thing,
                access.whenReading(),
                statement + " WHERE " + read + " > 0 OR coalesce(" + read + ", 0) <= 0");
    }

    private void deleted(String role, World.Thing thing, Access access, String statement) {
        String list = "string_agg(id::text, ',' ORDER BY id)";
        String from = " FROM " + thing.base().sql();
        String left = "coalesce((SELECT " + list + from + " WHERE " + touched(access, thing) + " IS NOT TRUE), '')";
        outcome(role, thing, access, statement, "SELECT " + list + from, left, "false");
    }

    /** MERGE sees what the SELECT policies show, and fails on a row of these that the UPDATE policies do not admit. */
    private void merge(String role, World.Thing thing) {
        Access seen = access(role, thing, Privilege.SELECT);
        Access changed = access(role, thing, Privilege.UPDATE);
        if (!thing.mergeable() || hasSubquery(seen) || hasSubquery(changed) || callsFunctions(thing)) {
            return;
        }
        String read = readable(role, thing);
        String statement = "MERGE INTO " + thing.name().sql() + " AS t USING (SELECT 1) AS s ON t." + read
                + " IS NOT NULL OR t." + read + " IS NULL WHEN MATCHED THEN UPDATE SET b = 5";
        boolean refused = seen.kind() == AccessKind.DENIED
                || changed.kind() == AccessKind.DENIED
                || !grants(seen, read)
                || !grants(changed, "b");
        if (refused) {
            add(role, thing, changed, statement, "", Trial.DENIED);
            return;
        }
        String from = " FROM " + thing.base().sql();
        String visible = touched(seen, thing);
        String alias = " AS " + Identifiers.quote(thing.base().name());
        String untouchable =
                "EXISTS (SELECT" + from + " WHERE " + visible + " AND " + touched(changed, thing) + " IS NOT TRUE)";
        String broken = "EXISTS (SELECT FROM (SELECT id, a, 5 AS b" + from + " WHERE " + visible + ")" + alias
                + " WHERE ((" + whole(changed) + ") AND " + touched(seen, thing) + ") IS NOT TRUE)";
        String after = "(SELECT string_agg(id || ':' || CASE WHEN " + visible
                + " THEN '5' ELSE coalesce(b::text, '') END, ',' ORDER BY id)" + from + ")";
        add(
                role,
                thing,
                changed,
                statement,
                "SELECT string_agg(id || ':' || coalesce(b::text, ''), ',' ORDER BY id)" + from,
                "SELECT CASE WHEN " + untouchable + " OR " + broken + " THEN 'violates' ELSE 'ok ' || " + after
                        + " END");
    }

    /** What new rows must satisfy. */
    private static String whole(Access access) {
        return access.kind() == AccessKind.NOTHING ? "false" : Objects.requireNonNullElse(access.check(), "true");
    }

    /** Which functions MERGE prepares is not told: it may be refused for one that no row comes to. */
    private boolean callsFunctions(World.Thing thing) {
        return model.snapshot().relation(thing.name()).orElseThrow().policies().stream()
                .anyMatch(policy -> !policy.calls().isEmpty() || !policy.reads().isEmpty());
    }

    private void beyondRows(String role, World.Thing thing) {
        String name = thing.name().sql();
        boolean view = thing.kind() == World.Kind.SIMPLE_VIEW || thing.kind() == World.Kind.OTHER_VIEW;
        privilege(role, thing, Privilege.TRUNCATE, "TRUNCATE " + name);
        privilege(role, thing, Privilege.REFERENCES, "CREATE TABLE worlds.fk (x int REFERENCES " + name + " (id))");
        if (thing.kind() != World.Kind.PARTITIONED) {
            // On a partitioned table the trigger is made on every partition too, where TRIGGER is asked for again.
            privilege(role, thing, Privilege.TRIGGER, trigger(name, view ? "INSTEAD OF" : "BEFORE"));
        }
        if (thing.kind() == World.Kind.TABLE) {
            privilege(role, thing, Privilege.MAINTAIN, "REINDEX TABLE " + name);
        }
    }

    private void privilege(String role, World.Thing thing, Privilege privilege, String statement) {
        Access access = access(role, thing, privilege);
        boolean may = access.kind() == AccessKind.EVERYTHING && grants(access, "id");
        add(role, thing, access, statement, "", may ? "SELECT 'ok '" : Trial.DENIED);
    }

    private static String trigger(String relation, String when) {
        return "CREATE TRIGGER t " + when + " INSERT ON " + relation
                + " FOR EACH ROW EXECUTE FUNCTION worlds.nothing()";
    }
}
