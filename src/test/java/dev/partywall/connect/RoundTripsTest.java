package dev.partywall.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.profile.Login;
import dev.partywall.profile.PasswordPrompt;
import dev.partywall.profile.Profile;
import dev.partywall.profile.Surroundings;
import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The lens costs no round trip: who we are, the tenant, the rows and the proof go together. */
class RoundTripsTest {
    private static final Sql ROWS = Sql.of("SELECT id, note FROM \"order\" WHERE id > ? ORDER BY id LIMIT 5", 4);

    @Test
    void aPageIsOneRoundTripWhateverTheLens() throws IOException {
        TestDatabase database = TestServer.database(Walls.SCRIPT);
        Matcher address = Pattern.compile("//127\\.0\\.0\\.1:(\\d+)/").matcher(database.url());
        org.junit.jupiter.api.Assumptions.assumeTrue(address.find(), "the server is on this machine");
        Profile usual = Walls.profile(database);
        try (CountingProxy proxy = new CountingProxy(Integer.parseInt(address.group(1)))) {
            String url = address.replaceFirst("//127.0.0.1:" + proxy.port() + "/");
            Profile counted = new Profile(
                    "counted",
                    usual.environment(),
                    new Login(url, usual.app().user(), null),
                    new Login(url, "walls_bypass", null),
                    usual.tenancy());
            try (Link link = Link.open(counted, PasswordPrompt.none(), Surroundings.actual(), Walls.NEVER_SLEEPS, 1)) {
                for (SessionContext lens :
                        new SessionContext[] {Walls.as("acme"), Walls.as("it's \"ü\""), SessionContext.bypass()}) {
                    read(link, lens);
                    long before = proxy.roundTrips();
                    read(link, lens);
                    assertThat(proxy.roundTrips() - before).isEqualTo(1);
                }
            }
        }
    }

    private static void read(Link link, SessionContext lens) {
        java.util.List<Table.Heading> headings =
                java.util.List.of(new Table.Heading("id", "int4"), new Table.Heading("note", "text"));
        assertThat(link.page(lens, Walls.ORDER, ROWS, 5, headings, "page")
                        .table()
                        .rows())
                .isNotEmpty();
    }
}
