package dev.partywall.bench;

import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;

/** A database with very many tables, each with four policies, three indexes and a foreign key. */
final class LargeCatalog {
    /** Commits now and then: one transaction cannot hold the locks of so many tables. */
    private static final String SCRIPT = """
            DO $do$
            BEGIN
              FOR i IN 1 .. @tables LOOP
                EXECUTE format($$
                  CREATE TABLE s%1$s.t%2$s (id bigint PRIMARY KEY, tenant_id uuid NOT NULL DEFAULT gen_random_uuid(), name text, note text,
                    amount numeric(12,2) DEFAULT 0, made timestamptz DEFAULT now(), parent bigint REFERENCES public.anchor);
                  CREATE INDEX ON s%1$s.t%2$s (tenant_id, id); CREATE INDEX ON s%1$s.t%2$s (lower(name));
                  ALTER TABLE s%1$s.t%2$s ENABLE ROW LEVEL SECURITY; ALTER TABLE s%1$s.t%2$s FORCE ROW LEVEL SECURITY;
                  CREATE POLICY rd ON s%1$s.t%2$s FOR SELECT USING (tenant_id = public.tenant());
                  CREATE POLICY ins ON s%1$s.t%2$s FOR INSERT WITH CHECK (tenant_id = public.tenant());
                  CREATE POLICY upd ON s%1$s.t%2$s FOR UPDATE USING (tenant_id = public.tenant() AND id %% 7 <> %3$s);
                  CREATE POLICY del ON s%1$s.t%2$s FOR DELETE TO bench_app USING (tenant_id = public.tenant());
                  GRANT SELECT, INSERT, UPDATE, DELETE ON s%1$s.t%2$s TO bench_app$$, i % 20, i, i % 7);
                IF i % 200 = 0 THEN COMMIT; END IF;
              END LOOP;
            END $do$""";

    private LargeCatalog() {}

    static TestDatabase of(int tables) {
        TestDatabase database = TestServer.database("""
                DO $$ BEGIN CREATE ROLE bench_app LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                CREATE TABLE anchor (id bigint PRIMARY KEY);
                CREATE FUNCTION tenant() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.t', true), '')::uuid $$;
                DO $$ BEGIN FOR i IN 0 .. 19 LOOP EXECUTE format('CREATE SCHEMA s%s; GRANT USAGE ON SCHEMA s%s TO bench_app', i, i);
                END LOOP; END $$;
                """);
        database.execute(SCRIPT.replace("@tables", Integer.toString(tables)));
        return database;
    }
}
