package dev.partywall.probe.probes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.probe.Outcome;
import dev.partywall.probe.Sandbox;
import dev.partywall.probe.Verdictbook;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Probes that address one foreign row by its key. */
class KeyedStatementsTest {
    private static final String[] ALL = {
        "foreign-read-by-key", "foreign-lock", "steal-foreign", "delete-foreign", "merge-foreign", "upsert-foreign"
    };
    private static final Verdictbook OPEN =
            Sandbox.notes("ALTER TABLE note DISABLE ROW LEVEL SECURITY;").run();
    private static final Verdictbook SOUND =
            Sandbox.notes(Sandbox.policies(Map.of())).run();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foreign-read-by-key",
                "foreign-lock",
                "steal-foreign",
                "delete-foreign",
                "merge-foreign",
                "upsert-foreign"
            })
    void leaksWithoutRowSecurityAndIsIsolatedWithIt(String probe) {
        assertThat(OPEN.of(probe).verdicts()).hasSize(3);
        assertThat(OPEN.of(probe).outcomes()).containsExactly(Outcome.LEAKED);
        assertThat(SOUND.of(probe).verdicts()).hasSize(3);
        assertThat(SOUND.of(probe).outcomes()).containsExactly(Outcome.ISOLATED);
    }

    @Test
    void isStoppedByTheSelectPolicyWhereTheOthersAreOpen() {
        Verdictbook book = Sandbox.notes(Sandbox.policies(Map.of("UPDATE", "USING (true)", "DELETE", "USING (true)")))
                .run();
        assertThat(book.leaking()).doesNotContain(ALL);
    }

    @Test
    void isBlockedWithoutThePrivilege() {
        Verdictbook book = Sandbox.notes(Sandbox.policies(Map.of()) + "REVOKE DELETE, UPDATE ON note FROM pb_app;")
                .run();
        assertThat(book.of("delete-foreign").outcomes()).containsExactly(Outcome.BLOCKED);
        assertThat(book.of("steal-foreign").outcomes()).containsExactly(Outcome.BLOCKED);
        assertThat(book.of("delete-everything").outcomes()).containsExactly(Outcome.BLOCKED);
    }

    @Test
    void onlyLooksUpTheRightToTruncate() {
        assertThat(SOUND.of("truncate-right").only().outcome()).isEqualTo(Outcome.BLOCKED);
        Verdictbook granted = Sandbox.notes(Sandbox.policies(Map.of()) + "GRANT TRUNCATE ON note TO pb_app;")
                .run();
        assertThat(granted.of("truncate-right").only().outcome()).isEqualTo(Outcome.NOT_RUN);
    }
}
