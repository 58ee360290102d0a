package dev.partywall.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * A table to back-fill while others write to it, and what must be true of it however the run ended. Each invariant has its
 * own query, over what the transactions themselves wrote down.
 */
final class CrashWorld {
    static final int ROWS = 2_000;
    static final String ITEMS = """
            CREATE TABLE parent (id int PRIMARY KEY, tenant_id text);
            INSERT INTO parent SELECT i, (ARRAY['acme', 'globex'])[1 + i %% 2] FROM generate_series(1, 10) i;
            CREATE TABLE item (id int PRIMARY KEY, tenant_id text, parent_id int REFERENCES parent, note text,
                               counter int NOT NULL DEFAULT 0);
            INSERT INTO item SELECT i, CASE WHEN i %% 7 = 0 THEN 'initech' END, 1 + i %% 10, 'note ' || i
            FROM generate_series(1, %d) i;
            CREATE TABLE audit (id int, transaction bigint, old text, new text);
            CREATE FUNCTION told() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
              INSERT INTO public.audit VALUES (NEW.id, pg_current_xact_id()::text::bigint, OLD.tenant_id, NEW.tenant_id);
              RETURN NULL; END $$;
            CREATE TRIGGER told AFTER UPDATE ON item FOR EACH ROW
              WHEN (OLD.tenant_id IS DISTINCT FROM NEW.tenant_id) EXECUTE FUNCTION told();
            """.formatted(ROWS) + Writers.TABLES;

    private static final String START =
            "SELECT count(*), md5(string_agg(id || '/' || parent_id || '/' || note, ',' ORDER BY id)) FROM item";
    private static final String TENANTS =
            "SELECT count(*), md5(string_agg(id || '/' || coalesce(tenant_id, '-'), ',' ORDER BY id)) FROM item WHERE id NOT IN (%s)";
    /** Rows that are as the back-fill left them. */
    private static final String OURS = """
            SELECT i.id FROM item i JOIN audit a ON a.id = i.id AND a.old IS NULL AND a.new = i.tenant_id
            WHERE i.xmin::text = (a.transaction % 4294967296)::text AND i.id NOT IN (SELECT id FROM claimed)""";

    private final Workshop shop;
    private final List<String> start;

    CrashWorld(Workshop shop) {
        this.shop = shop;
        this.start = shop.rows(START);
    }

    /** After all runs: nothing is missing, nothing was done twice, nothing else was touched. */
    void assertDone(String round) {
        assertNone(round, "has no tenant", "SELECT id FROM item WHERE tenant_id IS NULL");
        assertNone(round, "has another tenant than planned", """
                SELECT i.id FROM item i JOIN parent p ON p.id = i.parent_id
                WHERE i.id % 7 <> 0 AND i.id NOT IN (SELECT id FROM claimed) AND i.tenant_id <> p.tenant_id""");
        assertNone(round, "that another program claimed was taken from it", """
                SELECT i.id FROM item i JOIN claimed c USING (id) WHERE i.tenant_id <> 'initech'""");
        assertNone(round, "that had a tenant was touched", "SELECT id FROM audit WHERE id % 7 = 0");
        assertNone(round, "was set twice", "SELECT id FROM audit GROUP BY id HAVING count(*) <> 1");
        assertRest(round);
    }

    /** Everything but the tenant is what the others made of it. */
    private void assertRest(String round) {
        assertThat(shop.rows(START)).as(round).isEqualTo(start);
        assertNone(round, "has lost or gained a write of others", """
                SELECT i.id FROM item i WHERE i.counter <> (SELECT count(*) FROM counted c WHERE c.id = i.id)""");
    }

    /** What undo is to change, as a list of ids. */
    String ours() {
        return String.join(",", shop.rows(OURS));
    }

    /** @param besides those ids, as text */
    List<String> tenants(String besides) {
        return shop.rows(TENANTS.formatted(besides));
    }

    /**
     * After undo: exactly the rows nobody had changed are as they were.
     *
     * @param ours what {@link #ours} gave before
     * @param others what {@link #tenants} gave of all others before
     */
    void assertUndone(String round, String ours, List<String> others) {
        assertNone(
                round, "is not NULL again", "SELECT id FROM item WHERE tenant_id IS NOT NULL AND id IN (" + ours + ")");
        assertThat(tenants(ours))
                .as(round + ": rows that undo must leave alone")
                .isEqualTo(others);
        assertRest(round);
    }

    private void assertNone(String round, String what, String query) {
        assertThat(shop.rows(query)).as("%s: a row %s", round, what).isEmpty();
    }
}
