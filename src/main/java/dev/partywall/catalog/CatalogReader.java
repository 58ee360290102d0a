package dev.partywall.catalog;

import dev.partywall.connect.Session;
import dev.partywall.connect.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the catalogue in a fixed number of set queries, whatever the number of tables. Only what everybody may read is
 * asked for, so the app role and the bypass role get the same picture. Left out are the system schemas, temporary
 * objects, and relations, sequences and functions that belong to an extension.
 */
public final class CatalogReader {
    private static final int FETCH = 5_000;

    private final Session session;
    private final Names names = new Names();

    private CatalogReader(Session session) {
        this.session = session;
    }

    /**
     * Takes the snapshot in the session's transaction. While it runs {@code search_path} is {@code pg_catalog}, so that
     * every expression names what it uses with its schema, and nothing is compiled for queries that run once.
     */
    public static CatalogSnapshot read(Session session) {
        String path = session.value(Sql.of("SELECT current_setting('search_path')"));
        setSearchPath(session, "pg_catalog, pg_temp");
        CatalogSnapshot snapshot = new CatalogReader(session).read();
        setSearchPath(session, path);
        return snapshot;
    }

    private static void setSearchPath(Session session, String path) {
        session.value(Sql.of("SELECT set_config('search_path', ?, true) || set_config('jit', 'off', true)", path));
    }

    private CatalogSnapshot read() {
        List<Role> roles = roles();
        List<Schema> schemas = schemas();
        List<Relation> relations = new RelationReader(session, names).read();
        RoutineReader routines = new RoutineReader(session, names);
        Database database = database();
        return new CatalogSnapshot(
                database.server(),
                database.name(),
                database.owner(),
                database.takenAt(),
                database.grants(),
                schemas,
                relations,
                routines.sequences(),
                routines.functions(),
                routines.rewrites(),
                roles,
                memberships(),
                settings(),
                defaultPrivileges(),
                database.extensions());
    }

    private record Database(
            ServerVersion server,
            String name,
            String owner,
            Instant takenAt,
            List<Grant> grants,
            List<String> extensions) {}

    private Database database() {
        return session.list(
                        SqlFile.load("database"),
                        row -> new Database(
                                new ServerVersion((int) row.number(1), row.get(2)),
                                row.get(3),
                                row.get(4),
                                Instant.ofEpochSecond((long) Double.parseDouble(row.get(5))),
                                names.grants(row.text(6)),
                                ServerText.strings(row.text(7))))
                .getFirst();
    }

    private List<Role> roles() {
        return session.list(SqlFile.load("roles"), row -> {
            names.role(row.number(1), row.get(2));
            return new Role(
                    row.get(2),
                    row.flag(3),
                    row.flag(4),
                    row.flag(5),
                    row.flag(6),
                    row.flag(7),
                    row.flag(8),
                    row.flag(9));
        });
    }

    private List<Schema> schemas() {
        return session.list(
                SqlFile.load("schemas"),
                row -> new Schema(row.get(2), names.role(row.number(3)), names.grants(row.text(4))));
    }

    private List<Membership> memberships() {
        return session.list(
                SqlFile.load("memberships"),
                row -> new Membership(
                        names.role(row.number(1)),
                        names.role(row.number(2)),
                        names.role(row.number(3)),
                        row.flag(4),
                        row.flag(5),
                        row.flag(6)));
    }

    private List<RoleSetting> settings() {
        return session.list(
                SqlFile.load("settings"),
                row -> new RoleSetting(
                        row.number(1) == 0 ? null : names.role(row.number(1)), row.flag(2), row.get(3), row.get(4)));
    }

    private List<DefaultPrivilege> defaultPrivileges() {
        List<DefaultPrivilege> all = new ArrayList<>();
        session.forEach(SqlFile.load("default-privileges"), FETCH, row -> {
            String role = names.role(row.number(1));
            String kind = row.get(3);
            names.grants(row.text(4)).forEach(grant -> all.add(new DefaultPrivilege(role, row.text(2), kind, grant)));
        });
        return all;
    }
}
