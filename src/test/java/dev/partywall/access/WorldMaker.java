package dev.partywall.access;

import dev.partywall.catalog.RelationName;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes the world of a number: the same number and server version give the same world. */
final class WorldMaker {
    private static final int ROLES = 5;
    private static final int MERGE_SINCE = 15;

    private final String schema;
    private final int major;
    private final Random random;
    private final StringBuilder script = new StringBuilder();
    private final List<String> roles = new ArrayList<>();
    private final List<World.Thing> things = new ArrayList<>();

    private WorldMaker(int number, int major) {
        this.schema = "World " + number;
        this.major = major;
        this.random = new Random(number * 7919L + 17);
    }

    static World make(int number, int major) {
        WorldMaker maker = new WorldMaker(number, major);
        maker.roles(number);
        maker.schema();
        maker.table("t0", false);
        maker.table("t1", maker.chance(0.2));
        if (maker.chance(0.25)) {
            maker.child("t2", "t0");
        }
        maker.views();
        return new World(maker.schema, maker.script.toString(), maker.roles, maker.things);
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String anyRole() {
        return quoted(roles.get(random.nextInt(roles.size())));
    }

    private String anybody() {
        return chance(0.2) ? "PUBLIC" : anyRole();
    }

    /** PUBLIC cannot be given the grant option. */
    private String grantee() {
        String who = anybody();
        return who.equals("PUBLIC") || !chance(0.15) ? who : who + " WITH GRANT OPTION";
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private String in(String name) {
        return quoted(schema) + "." + quoted(name);
    }

    private void add(String statement) {
        script.append(statement).append(";\n");
    }

    private void roles(int number) {
        for (int i = 0; i < ROLES; i++) {
            String role = "w" + number + " r" + i;
            String attributes = (chance(0.05) ? " SUPERUSER" : "")
                    + (chance(0.1) ? " BYPASSRLS" : "")
                    + (chance(0.08) ? " CREATEROLE" : "")
                    + (chance(0.25) ? " NOINHERIT" : "");
            add("CREATE ROLE " + quoted(role) + attributes);
            for (String group : roles) {
                if (chance(0.35)) {
                    add("GRANT " + quoted(group) + " TO " + quoted(role) + membershipOptions());
                }
            }
            if (chance(0.12)) {
                String predefined = major < 17
                        ? any("pg_read_all_data", "pg_write_all_data")
                        : any("pg_read_all_data", "pg_write_all_data", "pg_maintain");
                add("GRANT " + predefined + " TO " + quoted(role));
            }
            roles.add(role);
        }
    }

    private String membershipOptions() {
        if (major < 16) {
            return chance(0.2) ? " WITH ADMIN OPTION" : "";
        }
        return any(
                "",
                "",
                " WITH INHERIT FALSE",
                " WITH INHERIT TRUE",
                " WITH SET FALSE",
                " WITH INHERIT FALSE, SET FALSE",
                " WITH ADMIN OPTION",
                " WITH ADMIN TRUE, INHERIT FALSE, SET FALSE");
    }

    private void schema() {
        add("CREATE SCHEMA " + quoted(schema) + " AUTHORIZATION " + (chance(0.7) ? "postgres" : anyRole()));
        if (chance(0.6)) {
            add("GRANT USAGE ON SCHEMA " + quoted(schema) + " TO PUBLIC");
        } else {
            add("GRANT USAGE ON SCHEMA " + quoted(schema) + " TO " + anyRole() + ", " + anyRole());
        }
        add("CREATE FUNCTION " + in("odd") + "(n int) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS"
                + " $$ BEGIN RETURN n % 2 = 1; END $$");
        if (chance(0.3)) {
            add("REVOKE EXECUTE ON FUNCTION " + in("odd") + " FROM PUBLIC");
            add("GRANT EXECUTE ON FUNCTION " + in("odd") + " TO " + anyRole());
        }
    }

    private void table(String name, boolean partitioned) {
        add("CREATE TABLE " + in(name) + " (id int PRIMARY KEY DEFAULT 100, a int, b int)"
                + (partitioned ? " PARTITION BY HASH (id)" : ""));
        if (partitioned) {
            add("CREATE TABLE " + in(name + "_0") + " PARTITION OF " + in(name)
                    + " FOR VALUES WITH (MODULUS 1, REMAINDER 0)");
            guarded(name + "_0", World.Kind.TABLE);
        }
        add("INSERT INTO " + in(name)
                + " SELECT i, nullif(i % 4, 3), nullif(i / 3, 2) FROM generate_series(1, 8) AS i");
        guarded(name, partitioned ? World.Kind.PARTITIONED : World.Kind.TABLE);
    }

    /** An inheritance child: its rows show in the parent too, under the parent's policies. */
    private void child(String name, String parent) {
        add("CREATE TABLE " + in(name) + " (PRIMARY KEY (id)) INHERITS (" + in(parent) + ")");
        add("INSERT INTO " + in(name) + " SELECT i, nullif(i % 3, 2), i % 2 FROM generate_series(21, 24) AS i");
        guarded(name, World.Kind.TABLE);
    }

    private void guarded(String name, World.Kind kind) {
        owner("TABLE", name);
        if (chance(0.8)) {
            add("ALTER TABLE " + in(name) + " ENABLE ROW LEVEL SECURITY");
        }
        if (chance(0.4)) {
            add("ALTER TABLE " + in(name) + " FORCE ROW LEVEL SECURITY");
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            policy(name, i);
        }
        grants(name);
        RelationName relation = new RelationName(schema, name);
        things.add(new World.Thing(
                kind, relation, relation, "true", "SELECT id, a, b FROM " + in(name), major >= MERGE_SINCE));
    }

    private void owner(String kind, String name) {
        if (chance(0.8)) {
            add("ALTER " + kind + " " + in(name) + " OWNER TO " + anyRole());
        }
    }

    private void policy(String table, int number) {
        String command = any("ALL", "ALL", "SELECT", "SELECT", "INSERT", "UPDATE", "UPDATE", "DELETE");
        boolean using = !command.equals("INSERT") && chance(0.9);
        boolean check = !command.equals("SELECT") && !command.equals("DELETE") && chance(0.6);
        add("CREATE POLICY " + quoted("p" + number) + " ON " + in(table)
                + (chance(0.25) ? " AS RESTRICTIVE" : "")
                + " FOR " + command
                + " TO " + (chance(0.4) ? "PUBLIC" : anyRole() + (chance(0.3) ? ", " + anyRole() : ""))
                + (using ? " USING (" + condition(table) + ")" : "")
                + (check ? " WITH CHECK (" + condition(table) + ")" : ""));
    }

    private String condition(String table) {
        String simple = any(
                "true",
                "a = 1",
                "a > b",
                "b IS NULL",
                "id % 2 = 0",
                "a IS NOT NULL",
                "a = 1 OR b = 2",
                "a = 7 OR id < 6",
                "id <> 4 AND NOT b = 1",
                "b < 5",
                "coalesce(a, b, 0) <> 2",
                "'it''s (' || a <> 'x'");
        if (chance(0.05)) {
            return "false";
        }
        if (chance(0.06)) {
            return in("odd") + "(id)";
        }
        if (table.equals("t1") && chance(0.06)) {
            return "EXISTS (SELECT 1 FROM " + in("t0") + " x WHERE x.a IS NOT DISTINCT FROM t1.a)";
        }
        return simple;
    }

    private void grants(String name) {
        for (int i = random.nextInt(5); i > 0; i--) {
            add("GRANT "
                    + any(
                            "ALL",
                            "ALL",
                            "SELECT",
                            "SELECT, UPDATE",
                            "SELECT, INSERT, DELETE",
                            "UPDATE",
                            "DELETE",
                            "INSERT",
                            "TRUNCATE, REFERENCES",
                            "TRIGGER",
                            "SELECT, INSERT, UPDATE, DELETE")
                    + " ON " + in(name) + " TO " + grantee());
        }
        if (major >= 17 && chance(0.2)) {
            add("GRANT MAINTAIN ON " + in(name) + " TO " + anybody());
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            add("GRANT "
                    + any(
                            "SELECT (id)",
                            "SELECT (id, a)",
                            "SELECT (b)",
                            "UPDATE (a)",
                            "UPDATE (b)",
                            "INSERT (id, a)",
                            "INSERT (id)",
                            "REFERENCES (id)",
                            "REFERENCES (a)")
                    + " ON " + in(name) + " TO " + anybody());
        }
        if (chance(0.1)) {
            add("REVOKE ALL ON " + in(name) + " FROM " + anyRole() + " CASCADE");
        }
    }

    private void views() {
        for (int i = random.nextInt(5); i > 0; i--) {
            World.Thing base = things.get(random.nextInt(things.size()));
            if (chance(0.15)) {
                materialized("m" + i, base);
            } else if (chance(0.2)) {
                otherView("o" + i, base);
            } else {
                simpleView("v" + i, base);
            }
        }
    }

    private String invoker() {
        return major >= 15 && chance(0.45) ? " WITH (security_invoker = " + any("true", "on") + ")" : "";
    }

    private void simpleView(String name, World.Thing base) {
        String narrowing = any("true", "true", "id <> 5", "a > 0", "b IS NULL");
        add("CREATE VIEW " + in(name) + invoker() + " AS SELECT id, a, b FROM "
                + in(base.name().name()) + " WHERE " + narrowing);
        owner("VIEW", name);
        grants(name);
        boolean simple = base.kind() != World.Kind.OTHER_VIEW && base.kind() != World.Kind.MATERIALIZED_VIEW;
        things.add(new World.Thing(
                simple ? World.Kind.SIMPLE_VIEW : World.Kind.OTHER_VIEW,
                new RelationName(schema, name),
                base.base(),
                "(" + base.narrowing() + ") AND (" + narrowing + ")",
                "SELECT id, a, b FROM (" + base.content() + ") AS x WHERE " + narrowing,
                false));
    }

    private void otherView(String name, World.Thing base) {
        String from = any(
                "SELECT DISTINCT id, a, b FROM %s AS x",
                "SELECT max(id) AS id, count(a)::int AS a, 0 AS b FROM %s AS x",
                "SELECT x.id, x.a, y.b FROM %s AS x CROSS JOIN (SELECT 1 AS b) AS y");
        add("CREATE VIEW " + in(name) + invoker() + " AS "
                + from.formatted(in(base.name().name())));
        owner("VIEW", name);
        grants(name);
        things.add(new World.Thing(
                World.Kind.OTHER_VIEW,
                new RelationName(schema, name),
                base.base(),
                "true",
                from.formatted("(" + base.content() + ")"),
                false));
    }

    private void materialized(String name, World.Thing base) {
        add("CREATE MATERIALIZED VIEW " + in(name) + " AS " + base.content());
        owner("MATERIALIZED VIEW", name);
        grants(name);
        things.add(new World.Thing(
                World.Kind.MATERIALIZED_VIEW,
                new RelationName(schema, name),
                base.base(),
                "true",
                base.content(),
                false));
    }
}
