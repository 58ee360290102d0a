package dev.partywall.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.access.Inspection;
import dev.partywall.access.Inspector;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Link;
import dev.partywall.connect.SessionContext;
import dev.partywall.demo.EmbeddedServer;
import dev.partywall.demo.Sample;
import dev.partywall.demo.Samples;
import dev.partywall.tenancy.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is worked out about rows of the samples is what their app roles really see. {@code -Dpartywall.why.rows=} for more rows. */
class WhySamplesTest {
    private static final int ROWS = Integer.getInteger("partywall.why.rows", 3);

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
        try (Link link = Link.open(sample.load(server))) {
            Inspection inspection = Inspector.inspect(link);
            Why why = new Why(link, inspection);
            List<Explanation> all = new ArrayList<>();
            for (Relation relation : inspection.snapshot().relations()) {
                if (relation.isTable()) {
                    lenses(link, inspection)
                            .forEach(lens -> all.addAll(why.explain(relation.name(), List.of(), lens, ROWS)));
                }
            }

            assertThat(all).hasSizeGreaterThan(3);
            assertThat(all).filteredOn(explanation -> !explanation.agrees()).isEmpty();
            assertThat(all).anyMatch(explanation -> explanation.seen().isTrue());
        }
    }

    private static List<Lens> lenses(Link link, Inspection inspection) {
        List<Lens> lenses = new ArrayList<>(List.of(new Lens.Nobody()));
        link.read(
                        SessionContext.bypass(),
                        "tenants",
                        session -> new Tenants(inspection.snapshot(), inspection.tenancy()).list(session, 2))
                .forEach(tenant -> lenses.add(new Lens.Tenant(tenant.id())));
        return lenses;
    }
}
