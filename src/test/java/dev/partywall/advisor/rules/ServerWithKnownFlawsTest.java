package dev.partywall.advisor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of flaws; the server itself cannot be given another version, so this rule has no proof on one. */
class ServerWithKnownFlawsTest {
    private static List<String> of(int version) {
        return KnownFlaw.ALL.stream()
                .filter(flaw -> flaw.affects(version))
                .map(KnownFlaw::id)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"150002,CVE-2023-2455", "150003,CVE-2023-39418", "170000,CVE-2024-10976", "140018,CVE-2025-8713"})
    void aVersionBeforeTheFixHasTheFlaw(int version, String flaw) {
        assertThat(of(version)).contains(flaw);
    }

    @ParameterizedTest
    @CsvSource({"140008,CVE-2023-2455", "150004,CVE-2023-39418", "170001,CVE-2024-10976", "140019,CVE-2025-8713"})
    void theVersionWithTheFixHasNot(int version, String flaw) {
        assertThat(of(version)).doesNotContain(flaw);
    }

    @Test
    void aMajorThatNeverHadThemHasNone() {
        assertThat(of(180000)).isEmpty();
    }
}
