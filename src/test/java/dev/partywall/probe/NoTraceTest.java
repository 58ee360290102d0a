package dev.partywall.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.connect.Link;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Sql;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Everything is undone: contents, and sequences, which no rollback undoes. */
class NoTraceTest {
    private static final String AUDIT = """
        CREATE TABLE log (id bigserial PRIMARY KEY, tenant_id text, what jsonb);
        GRANT SELECT, INSERT ON log TO pb_app;
        CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
        BEGIN
          INSERT INTO log (tenant_id, what) VALUES (coalesce(NEW.tenant_id, OLD.tenant_id), to_jsonb(coalesce(NEW, OLD)));
          RETURN coalesce(NEW, OLD);
        END $$;
        """;

    private static final String TABLES = """
        CREATE TABLE line (id serial PRIMARY KEY, note_id bigint NOT NULL REFERENCES note ON DELETE CASCADE, amount int);
        INSERT INTO line (note_id, amount) SELECT id, 1 FROM note;
        CREATE VIEW seen AS SELECT * FROM note;
        GRANT SELECT, INSERT, UPDATE, DELETE ON line, seen TO pb_app;
        GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO pb_app;
        """;

    private static List<String> state(Link link) {
        return link.read(SessionContext.bypass(), "state", session -> {
            List<String> tables = session.list(
                    Sql.of("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
                            + " ORDER BY 1"),
                    row -> row.get(1));
            String hashes = tables.stream()
                    .map(table -> "SELECT '" + table
                            + "', md5(string_agg(CAST(t AS text), '|' ORDER BY CAST(t AS text))) FROM " + table + " t")
                    .collect(Collectors.joining(" UNION ALL "));
            List<String> state = new java.util.ArrayList<>(
                    session.list(Sql.of(hashes + " ORDER BY 1"), row -> row.get(1) + " " + row.text(2)));
            state.addAll(session.list(
                    Sql.of("SELECT sequencename, coalesce(last_value, -1) FROM pg_sequences ORDER BY 1"),
                    row -> row.get(1) + " " + row.get(2)));
            return state;
        });
    }

    private static void leavesNoTrace(String script, Set<String> leaking) {
        Sandbox sandbox = Sandbox.of(script);
        sandbox.database().execute("GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO pb_bypass");
        try (Link link = sandbox.open()) {
            List<String> before = state(link);
            Verdictbook book = sandbox.run();
            assertThat(book.leaking()).containsAll(leaking);
            assertThat(state(link)).isEqualTo(before);
        }
    }

    @Test
    void leavesContentsAndSequencesAsTheyWere() {
        leavesNoTrace(
                Sandbox.NOTES + "ALTER TABLE note DISABLE ROW LEVEL SECURITY;" + TABLES,
                Set.of(
                        "insert-foreign",
                        "delete-everything",
                        "push-own",
                        "steal-foreign",
                        "delete-foreign",
                        "foreign-read"));
    }

    @Test
    void advancesNoSequenceByWayOfATriggerThatComesAfter() {
        leavesNoTrace(
                Sandbox.NOTES + "ALTER TABLE note DISABLE ROW LEVEL SECURITY;" + TABLES + AUDIT
                        + "CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON note FOR EACH ROW EXECUTE FUNCTION"
                        + " audit();",
                Set.of("insert-foreign", "delete-everything", "push-own", "steal-foreign", "delete-foreign"));
    }

    @Test
    void doesNotTryWhatATriggerThatComesBeforeWouldCount() {
        leavesNoTrace(
                Sandbox.NOTES + "ALTER TABLE note DISABLE ROW LEVEL SECURITY;" + TABLES + AUDIT
                        + "CREATE TRIGGER audit BEFORE INSERT OR UPDATE OR DELETE ON note FOR EACH ROW EXECUTE"
                        + " FUNCTION audit();",
                Set.of("foreign-read", "delete-everything", "update-everything"));
    }

    @Test
    void doesNotTryWhatAStatementTriggerWouldCount() {
        String once = AUDIT.replace(
                        "INSERT INTO log (tenant_id, what) VALUES (coalesce(NEW.tenant_id, OLD.tenant_id),"
                                + " to_jsonb(coalesce(NEW, OLD)));",
                        "INSERT INTO log (what) VALUES ('1');")
                .replace("RETURN coalesce(NEW, OLD);", "RETURN NULL;");
        leavesNoTrace(
                Sandbox.NOTES + "ALTER TABLE note DISABLE ROW LEVEL SECURITY;" + TABLES + once
                        + "CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON note FOR EACH STATEMENT EXECUTE"
                        + " FUNCTION audit();",
                Set.of("foreign-read"));
    }

    @Test
    void leavesSoundTablesUntouched() {
        leavesNoTrace(Sandbox.NOTES + Sandbox.policies(Map.of()) + AUDIT, Set.of());
    }
}
