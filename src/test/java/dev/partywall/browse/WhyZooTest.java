package dev.partywall.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.advisor.ZooCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same on databases with flaws of every kind. */
class WhyZooTest {
    @ParameterizedTest
    @MethodSource("dev.partywall.advisor.ZooCase#some")
    void theServerShowsWhatWasWorkedOut(ZooCase zoo) {
        WhyAgainstServer tried = WhyAgainstServer.on(zoo.open(zoo.create(), false), zoo.id());

        assertThat(tried.explained()).isPositive();
        assertThat(tried.mismatches()).isEmpty();
    }
}
