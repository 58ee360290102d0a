package dev.partywall.probe.probes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.probe.Outcome;
import dev.partywall.probe.Sandbox;
import dev.partywall.probe.Verdict;
import org.junit.jupiter.api.Test;

class WeakerComparisonTest {
    private static Verdict with(String condition) {
        return Sandbox.notes("CREATE POLICY own ON note USING (" + condition + ");")
                .run()
                .of("weaker-comparison")
                .only();
    }

    @Test
    void isIsolatedWhereEqualityIsAsked() {
        assertThat(with(Sandbox.MINE).outcome()).isEqualTo(Outcome.ISOLATED);
    }

    @Test
    void findsABeginningThatIsEnough() {
        assertThat(with("tenant_id LIKE " + Sandbox.ME + " || '%'").outcome()).isEqualTo(Outcome.LEAKED);
    }

    @Test
    void findsIdsThatAreCutOff() {
        assertThat(with("left(tenant_id, 4) = CAST(" + Sandbox.ME + " AS varchar(4))")
                        .outcome())
                .isEqualTo(Outcome.LEAKED);
    }

    @Test
    void findsAMasterKey() {
        assertThat(with(Sandbox.MINE + " OR current_setting('app.tenant', true) = 'admin'")
                        .evidence())
                .startsWith("With the setting 'admin', which is no tenant's, reading note shows rows:");
    }

    @Test
    void doesNotMindASettingThatIsTidied() {
        assertThat(with("tenant_id = lower(trim(" + Sandbox.ME + "))").outcome())
                .isEqualTo(Outcome.ISOLATED);
    }
}
