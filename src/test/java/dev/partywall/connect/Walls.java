package dev.partywall.connect;

import dev.partywall.catalog.RelationName;
import dev.partywall.profile.PasswordPrompt;
import dev.partywall.profile.Profile;
import dev.partywall.profile.Surroundings;
import dev.partywall.profile.TenancyDeclaration;
import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import java.time.Instant;
import java.util.Map;

/** A database with one well-walled table, oddly named, and an app and a bypass role. */
record Walls(TestDatabase database, Link link) implements AutoCloseable {
    static final RelationName ORDER = new RelationName("public", "order");
    static final String SETTING = "app.tenant";

    static final SleepWatch NEVER_SLEEPS = new SleepWatch(() -> Instant.EPOCH, () -> 0);

    static final String SCRIPT = """
            DO $$ BEGIN
              IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'Walls "app" é') THEN
                CREATE ROLE "Walls ""app"" é" LOGIN;
                CREATE ROLE walls_bypass LOGIN BYPASSRLS;
                CREATE ROLE walls_group;
                GRANT walls_group TO "Walls ""app"" é";
              END IF;
            END $$;
            CREATE TABLE "order" (id int PRIMARY KEY, "tenantId" text, note text);
            ALTER TABLE "order" ENABLE ROW LEVEL SECURITY;
            CREATE POLICY own ON "order" USING ("tenantId" = current_setting('app.tenant', true));
            GRANT ALL ON "order" TO "Walls ""app"" é", walls_bypass, walls_group;
            INSERT INTO "order" SELECT i, CASE WHEN i % 2 = 0 THEN 'acme' ELSE 'it''s "ü"' END, 'note ' || i
              FROM generate_series(1, 20) AS i;
            """;

    static Walls open() {
        return open(4);
    }

    static Walls open(int poolSize) {
        TestDatabase database = TestServer.database(SCRIPT);
        return new Walls(
                database,
                Link.open(profile(database), PasswordPrompt.none(), Surroundings.actual(), NEVER_SLEEPS, poolSize));
    }

    static Profile profile(TestDatabase database) {
        return database.profile("Walls \"app\" é", "walls_bypass", TenancyDeclaration.none());
    }

    static SessionContext as(String tenant) {
        return SessionContext.app(Map.of(SETTING, tenant));
    }

    /** What the bypass role counts. */
    long count(String condition) {
        Sql sql = Sql.of("SELECT count(*) FROM \"order\" WHERE " + condition);
        return link.read(SessionContext.bypass(), "count", session -> Long.parseLong(session.value(sql)));
    }

    @Override
    public void close() {
        link.close();
    }
}
