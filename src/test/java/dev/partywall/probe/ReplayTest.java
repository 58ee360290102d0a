package dev.partywall.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.connect.Sql;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplayTest {
    @Test
    void writesValuesInAndLeavesQuotedQuestionMarksAlone() {
        Sql sql = Sql.of(
                "DELETE FROM \"what?\" t WHERE t.\"Id ?\" = CAST(? AS text) AND t.a <> 'no?' AND t.b = ?",
                "O'Brien",
                null);
        assertThat(Replay.of("my app", null, Map.of("app.tenant", "a'b"), sql)).isEqualTo("""
            -- as "my app"
            BEGIN;
            SELECT set_config('app.tenant', 'a''b', true);
            DELETE FROM "what?" t WHERE t."Id ?" = CAST('O''Brien' AS text) AND t.a <> 'no?' AND t.b = NULL;
            ROLLBACK;\
            """);
    }
}
