package dev.partywall.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.testing.TestServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Makes random databases, predicts what each role can do, does it, and compares. {@code -Dpartywall.worlds=10000} tries
 * more worlds; {@code -Dpartywall.worlds.first=N} begins at another.
 */
class WorldsTest {
    private static final int WORLDS = Integer.getInteger("partywall.worlds", 300);
    private static final int FIRST = Integer.getInteger("partywall.worlds.first", 0);
    private static final int AT_ONCE = 20;
    private static final double SHARE_OF_WRITES = 0.3;

    @Test
    void theServerDoesWhatTheModelPredicts() throws SQLException {
        List<String> mismatches = new ArrayList<>();
        long tried;
        try (Universe universe = Universe.of(TestServer.database(""))) {
            for (int first = FIRST; first < FIRST + WORLDS; first += AT_ONCE) {
                int end = Math.min(first + AT_ONCE, FIRST + WORLDS);
                mismatches.addAll(universe.mismatches(first, end, SHARE_OF_WRITES));
            }
            tried = universe.tried();
        }
        System.out.println(WORLDS + " worlds, " + tried + " commands, " + mismatches.size() + " mismatches");
        assertThat(mismatches.stream().limit(20)).isEmpty();
        assertThat(tried).isGreaterThan(WORLDS * 50L);
    }
}
