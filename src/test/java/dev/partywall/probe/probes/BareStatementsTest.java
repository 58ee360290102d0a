package dev.partywall.probe.probes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.probe.Outcome;
import dev.partywall.probe.ProbeContext.Kind;
import dev.partywall.probe.Sandbox;
import dev.partywall.probe.Verdict;
import dev.partywall.probe.Verdictbook;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BareStatementsTest {
    private static final Map<String, String> OPEN_DELETE = Map.of("DELETE", "USING (true)");

    @Test
    void findsADeletePolicyThatOnlyABareDeleteShows() {
        Verdictbook book = Sandbox.notes(Sandbox.policies(OPEN_DELETE)).run();
        assertThat(book.leaking()).containsExactly("delete-everything");
        Verdict verdict = book.of("delete-everything").as("acme").only();
        assertThat(verdict.rows()).isEqualTo(4);
        assertThat(verdict.evidence())
                .isEqualTo("As acme, a bare DELETE on note hits 4 rows: 3 of globex, 1 of initech; rolled back. The"
                        + " control saw 4.");
        assertThat(verdict.replay()).contains("DELETE FROM public.note;").endsWith("ROLLBACK;");
    }

    @Test
    void findsAnUpdatePolicyThatOnlyABareUpdateShows() {
        Verdictbook book = Sandbox.notes(
                        Sandbox.policies(Map.of("UPDATE", "USING (true) WITH CHECK (" + Sandbox.MINE + ")")))
                .run();
        assertThat(book.leaking()).containsExactly("update-everything");
        assertThat(book.of("update-everything").as("globex").only().rows()).isEqualTo(3);
    }

    @Test
    void isIsolatedWhereOwnRowsAloneAreHit() {
        Verdictbook book = Sandbox.notes(Sandbox.policies(Map.of())).run();
        assertThat(book.leaking()).isEmpty();
        assertThat(book.of("delete-everything").outcomes()).containsExactly(Outcome.ISOLATED);
        assertThat(book.of("update-everything").outcomes()).containsExactly(Outcome.ISOLATED);
    }

    @Test
    void findsADeleteThatAForeignKeyWouldStop() {
        String child = "CREATE TABLE line (note_id bigint PRIMARY KEY REFERENCES note);"
                + Sandbox.unbound("INSERT INTO line SELECT id FROM note;");
        Verdictbook book = Sandbox.notes(Sandbox.policies(OPEN_DELETE) + child).run();
        assertThat(book.of("delete-everything").as("acme").only().evidence()).contains("counted without touching one");
        assertThat(book.leaking()).containsExactly("delete-everything");
    }

    @Test
    void takesATriggerThatSparesForeignRowsForAWall() {
        String trigger = """
            CREATE FUNCTION spare() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF OLD.tenant_id IS DISTINCT FROM current_setting('app.tenant', true) THEN RETURN NULL; END IF;
              RETURN OLD;
            END $$;
            CREATE TRIGGER spare BEFORE DELETE ON note FOR EACH ROW EXECUTE FUNCTION spare();
            """;
        assertThat(Sandbox.notes(Sandbox.policies(OPEN_DELETE) + trigger).run().leaking())
                .isEmpty();
    }

    @Test
    void findsForeignRowsAmongAsManyAsItsOwn() {
        String authors = "ALTER TABLE note ADD COLUMN author text;"
                + Sandbox.unbound(
                        "TRUNCATE note; INSERT INTO note (tenant_id, author, body) VALUES ('acme', 'acme', '1'),"
                                + " ('acme', 'globex', '2'), ('globex', 'globex', '3'), ('globex', 'acme', '4');");
        String policies = Sandbox.policies(Map.of("DELETE", "USING (author = " + Sandbox.ME + ")"));
        Verdict verdict = Sandbox.notes(authors + policies)
                .run()
                .of("delete-everything")
                .as("acme")
                .only();
        assertThat(verdict.outcome()).isEqualTo(Outcome.LEAKED);
        assertThat(verdict.rows()).isEqualTo(1);
    }

    @Test
    void findsRowsThatAnybodyMayChangeWithoutATenant() {
        Verdictbook book = Sandbox.notes(Sandbox.policies(Map.of(
                        "UPDATE", "USING (current_setting('app.tenant', true) IS NULL OR " + Sandbox.MINE + ")")))
                .run();
        assertThat(book.of("update-everything").in(Kind.UNSET).only().outcome()).isEqualTo(Outcome.LEAKED);
        assertThat(book.of("update-everything").in(Kind.EMPTY).only().outcome()).isEqualTo(Outcome.ISOLATED);
    }

    @Test
    void writesThroughAViewOfItsOwner() {
        String view = "ALTER TABLE note NO FORCE ROW LEVEL SECURITY; CREATE VIEW all_notes AS SELECT * FROM note;"
                + "GRANT SELECT, UPDATE, DELETE ON all_notes TO pb_app;";
        Verdictbook book =
                Sandbox.notes(Sandbox.policies(Map.of()) + view).run().on("all_notes");
        assertThat(book.leaking())
                .contains("delete-everything", "update-everything", "delete-foreign", "steal-foreign");
    }

    @Test
    void leavesAViewAloneThatFiltersByItself() {
        String view = "ALTER TABLE note NO FORCE ROW LEVEL SECURITY; CREATE VIEW mine AS SELECT * FROM note WHERE "
                + Sandbox.MINE + " WITH CHECK OPTION; GRANT SELECT, INSERT, UPDATE, DELETE ON mine TO pb_app;";
        assertThat(Sandbox.notes(Sandbox.policies(Map.of()) + view).run().leaking())
                .isEmpty();
    }
}
