package dev.partywall.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.demo.EmbeddedServer;
import dev.partywall.demo.Sample;
import dev.partywall.demo.Samples;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is worked out about rows of the samples is what their app roles really see. {@code -Dpartywall.why.rows=} for more or fewer rows a table. */
class WhySamplesTest {
    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Sample> samples() {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theServerShowsWhatWasWorkedOut(Sample sample) {
        WhyAgainstServer tried = WhyAgainstServer.on(sample.load(server), sample.name());

        assertThat(tried.explained()).isGreaterThan(3);
        assertThat(tried.seen()).isPositive();
        assertThat(tried.mismatches()).isEmpty();
    }
}
