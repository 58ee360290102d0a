package dev.partywall.probe.probes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.probe.Outcome;
import dev.partywall.probe.ProbeContext.Kind;
import dev.partywall.probe.Sandbox;
import dev.partywall.probe.Verdict;
import dev.partywall.probe.Verdictbook;
import dev.partywall.profile.TenancyDeclaration.NullTenantMeans;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Probes for rows that WITH CHECK should not let in. */
class NewRowsTest {
    private static final String OPEN_INSERT = Sandbox.policies(Map.of("INSERT", "WITH CHECK (true)"));
    private static final String OPEN_CHECK =
            Sandbox.policies(Map.of("UPDATE", "USING (" + Sandbox.MINE + ") WITH CHECK (true)"));
    private static final String STAMP = """
        CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN NEW.tenant_id := NULLIF(current_setting('app.tenant', true), ''); RETURN NEW; END $$;
        CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON note FOR EACH ROW EXECUTE FUNCTION stamp();
        """;

    @Test
    void findsAnInsertPolicyThatReturningWouldHide() {
        Verdictbook book = Sandbox.notes(OPEN_INSERT).run();
        assertThat(book.leaking()).containsExactlyInAnyOrder("insert-foreign", "insert-ignored");
        assertThat(book.of("insert-foreign").as("acme").only().against()).isEqualTo("globex");
    }

    @Test
    void isIsolatedBehindASoundCheck() {
        Verdictbook book = Sandbox.notes(Sandbox.policies(Map.of())).run();
        assertThat(book.of("insert-foreign").outcomes()).containsExactly(Outcome.ISOLATED);
        assertThat(book.of("push-own").outcomes()).containsExactly(Outcome.ISOLATED);
    }

    @Test
    void takesAConstraintThatComesTooLateForALeak() {
        String unique =
                "CREATE TABLE member (tenant_id text PRIMARY KEY); INSERT INTO member VALUES ('acme'), ('globex');"
                        + "ALTER TABLE member ENABLE ROW LEVEL SECURITY; CREATE POLICY own ON member USING ("
                        + Sandbox.MINE
                        + ") WITH CHECK (true); GRANT SELECT, INSERT ON member TO pb_app;";
        Verdict verdict =
                Sandbox.of(unique).run().of("insert-foreign").as("acme").only();
        assertThat(verdict.outcome()).isEqualTo(Outcome.LEAKED);
        assertThat(verdict.sqlState()).isEqualTo("23505");
    }

    @Test
    void doesNotTakeACoercingTriggerForALeak() {
        Verdictbook book = Sandbox.notes(OPEN_INSERT + STAMP).run();
        assertThat(book.leaking()).isEmpty();
        assertThat(book.of("insert-foreign").as("acme").only().evidence()).contains("a trigger sets the tenant");
        assertThat(book.of("push-own").as("acme").only().outcome()).isEqualTo(Outcome.ISOLATED);
    }

    @Test
    void seesPastATriggerThatLeavesTheTenantAlone() {
        String harmless = STAMP.replace(
                "NEW.tenant_id := NULLIF(current_setting('app.tenant', true), '')", "NEW.body := NEW.body");
        assertThat(Sandbox.notes(OPEN_INSERT + harmless).run().leaking()).containsExactly("insert-foreign");
        assertThat(Sandbox.notes(OPEN_CHECK + harmless).run().leaking()).containsExactly("push-own");
    }

    @Test
    void asksTheVictimWhatASessionWithoutATenantInserted() {
        String open = Sandbox.policies(
                Map.of("INSERT", "WITH CHECK (current_setting('app.tenant', true) IS NULL OR " + Sandbox.MINE + ")"));
        String harmless = STAMP.replace(
                "NEW.tenant_id := NULLIF(current_setting('app.tenant', true), '')", "NEW.body := NEW.body");
        Verdictbook book = Sandbox.notes(open + harmless).run().of("insert-foreign");
        assertThat(book.in(Kind.UNSET).only().outcome()).isEqualTo(Outcome.LEAKED);
        assertThat(book.in(Kind.EMPTY).only().outcome()).isEqualTo(Outcome.ISOLATED);
    }

    @Test
    void waitsForAGuardThatIsDeferred() {
        String guard = """
            CREATE FUNCTION guard() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF NEW.tenant_id IS DISTINCT FROM current_setting('app.tenant', true) THEN RAISE EXCEPTION 'foreign'; END IF;
              RETURN NULL;
            END $$;
            CREATE CONSTRAINT TRIGGER guard AFTER INSERT ON note DEFERRABLE INITIALLY DEFERRED
              FOR EACH ROW EXECUTE FUNCTION guard();
            """;
        Verdict verdict = Sandbox.notes(OPEN_INSERT + guard)
                .run()
                .of("insert-foreign")
                .as("acme")
                .only();
        assertThat(verdict.outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(verdict.sqlState()).isEqualTo("P0001");
    }

    @Test
    void findsACheckThatLetsOwnRowsBeGivenAway() {
        assertThat(Sandbox.notes(OPEN_CHECK).run().leaking()).containsExactly("push-own");
    }

    @Test
    void findsARowLetInByOnePolicyAndOutByAnother() {
        String second = "CREATE POLICY other ON note FOR UPDATE USING (false) WITH CHECK (body IS NOT NULL);";
        assertThat(Sandbox.notes(Sandbox.policies(Map.of()) + second).run().leaking())
                .containsExactly("push-own");
    }

    @Test
    void handsAChildToAForeignParent() {
        String child = """
            CREATE TABLE line (id int PRIMARY KEY, note_id bigint NOT NULL REFERENCES note ON DELETE CASCADE);
            RESET ROLE; INSERT INTO line SELECT id, id FROM note; SET ROLE pb_owner;
            ALTER TABLE line ENABLE ROW LEVEL SECURITY;
            CREATE POLICY own ON line USING (EXISTS (SELECT FROM note WHERE note.id = note_id)) WITH CHECK (true);
            GRANT SELECT, INSERT, UPDATE, DELETE ON line TO pb_app;
            """;
        Verdictbook book =
                Sandbox.notes(Sandbox.policies(Map.of()) + child).run().on("line");
        assertThat(book.leaking()).containsExactlyInAnyOrder("push-own", "insert-foreign", "insert-ignored");
    }

    @Test
    void findsASharedRowThatATenantCanPlant() {
        String shared = Sandbox.policies(Map.of(
                "SELECT", "USING (tenant_id IS NULL OR " + Sandbox.MINE + ")",
                "INSERT", "WITH CHECK (tenant_id IS NULL OR " + Sandbox.MINE + ")"));
        Sandbox open =
                Sandbox.notes(shared).with(Sandbox.declared("{tenant}", null, null, Set.of(), NullTenantMeans.SHARED));
        assertThat(open.run().leaking()).containsExactly("insert-shared");
        Sandbox sound = Sandbox.notes(shared.replace("WITH CHECK (tenant_id IS NULL OR", "WITH CHECK ("))
                .with(Sandbox.declared("{tenant}", null, null, Set.of(), NullTenantMeans.SHARED));
        assertThat(sound.run().leaking()).isEmpty();
    }

    @Test
    void copiesRowsOfEveryKindOfColumn() {
        String table = """
            RESET ROLE; CREATE EXTENSION IF NOT EXISTS btree_gist; SET ROLE pb_owner;
            CREATE TYPE "Mood" AS ENUM ('sad', 'good');
            CREATE DOMAIN address AS text NOT NULL CHECK (VALUE LIKE '%@%');
            CREATE TABLE "Odd, ""one"" ?" (
              "Id ?" uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id varchar(20) NOT NULL,
              "order" smallint GENERATED ALWAYS AS IDENTITY UNIQUE, bytes bytea, mood "Mood", moods "Mood"[], doc jsonb,
              mail address, fixed char(8), long int GENERATED ALWAYS AS (length(tenant_id)) STORED,
              span int4range, EXCLUDE USING gist (span WITH &&), xml xml, words tsvector, gap interval, ip inet, "größe €" numeric(5, 2));
            INSERT INTO "Odd, ""one"" ?" (tenant_id, bytes, mood, moods, doc, mail, fixed, span, words, gap, ip, "größe €") VALUES
              ('acme', '\\xdead', 'good', '{sad,good}', '{"a": null}', 'a@b', 'abc', '[1,5)', 'x y', '1 day', '::1', 1.5),
              ('globex', '\\xbeef', 'sad', '{}', 'null', 'g@b', 'abcd', '[10,15)', 'x y', '1 day', '10.0.0.1', 2.5);
            ALTER TABLE "Odd, ""one"" ?" ENABLE ROW LEVEL SECURITY;
            CREATE POLICY own ON "Odd, ""one"" ?" USING (tenant_id = current_setting('app.tenant', true)) WITH CHECK (true);
            GRANT SELECT, INSERT, UPDATE, DELETE ON "Odd, ""one"" ?" TO pb_app;
            """;
        Verdictbook open = Sandbox.of(table).run();
        assertThat(open.leaking())
                .containsExactlyInAnyOrder("insert-foreign", "insert-ignored", "push-own", "unique-collision");
        Verdictbook sound = Sandbox.of(table.replace(" WITH CHECK (true)", "")
                        .replace("span WITH &&", "tenant_id WITH =, span WITH &&"))
                .run();
        assertThat(sound.outcomes()).containsOnly(Outcome.ISOLATED, Outcome.BLOCKED);
        assertThat(sound.of("insert-foreign").outcomes()).containsExactly(Outcome.ISOLATED);
    }
}
