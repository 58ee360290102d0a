package dev.partywall.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.access.Inspection;
import dev.partywall.access.Inspector;
import dev.partywall.connect.Link;
import dev.partywall.demo.EmbeddedServer;
import dev.partywall.demo.Sample;
import dev.partywall.demo.Samples;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleAdviceTest {
    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Sample> soundSamples() {
        return Samples.all().stream().filter(sample -> !sample.name().equals("leaky-shop"));
    }

    @ParameterizedTest
    @MethodSource("soundSamples")
    void aSoundSampleIsNotAccused(Sample sample) {
        Advice advice = advise(sample);
        assertThat(advice.failures()).isEmpty();
        if (Boolean.getBoolean("zoo.v"))
            advice.findings()
                    .forEach(f -> System.out.println(
                            sample.name() + " " + f.severity() + " " + f.id() + " " + f.object() + " " + f.evidence()));
        assertThat(advice.findings())
                .filteredOn(finding -> finding.severity().atLeast(Severity.MEDIUM))
                .isEmpty();
    }

    @Test
    void theLeakyShopsMistakesAreNamed() {
        List<Finding> findings = advise(Samples.named("leaky-shop")).findings();
        if (Boolean.getBoolean("zoo.v"))
            findings.forEach(f ->
                    System.out.println("leaky " + f.severity() + " " + f.id() + " " + f.object() + " " + f.evidence()));
        assertThat(findings)
                .extracting(finding -> finding.id() + " " + finding.object().name())
                .contains(
                        "rls-disabled newsletter_subscriber",
                        "view-definer order_overview",
                        "matview-exposed bestseller",
                        "secdef-unfiltered search_customers(term text)",
                        "privilege-truncate stock_movement",
                        "child-no-rls order_line",
                        "tenant-nullable tenant_id");
    }

    private static Advice advise(Sample sample) {
        try (Link link = Link.open(sample.load(server))) {
            Inspection inspection = Inspector.inspect(link);
            Advice advice = new Advisor().advise(inspection);
            assertThat(advice.findings()).extracting(Finding::fingerprint).doesNotHaveDuplicates();
            return advice;
        }
    }
}
