package dev.partywall.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.partywall.failure.Failure;
import dev.partywall.profile.Address;
import dev.partywall.profile.Environment;
import dev.partywall.profile.Login;
import dev.partywall.profile.Password;
import dev.partywall.profile.PasswordPrompt;
import dev.partywall.profile.Profile;
import dev.partywall.profile.Secret;
import dev.partywall.profile.Surroundings;
import dev.partywall.profile.TenancyDeclaration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people are told, by a real server, when something is refused. */
class RefusalsTest {
    private static final Walls WALLS = Walls.open();
    private static final String PLACE =
            Link.open(Walls.profile(WALLS.database())).address(Side.APP).places();
    private static final String DATABASE = WALLS.database().name();

    /** The first lines of pg_hba.conf win, and these are for roles of this test alone. */
    @BeforeAll
    static void askSomeRolesForMore() {
        WALLS.database().execute("""
                DO $$ BEGIN
                  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'refusals_scram') THEN
                    CREATE ROLE refusals_scram LOGIN PASSWORD 'richtig';
                    CREATE ROLE refusals_rejected LOGIN;
                    CREATE ROLE refusals_crowded LOGIN CONNECTION LIMIT 0;
                    CREATE ROLE refusals_poor LOGIN;
                    CREATE ROLE refusals_nologin;
                  END IF;
                END $$;
                """);
        PgHba.prepend(WALLS.database(), """
                host all refusals_scram all scram-sha-256
                host all refusals_rejected all reject
                """);
    }

    @AfterAll
    static void close() {
        WALLS.close();
    }

    private static Link link(Login login) {
        Profile profile = new Profile("p", Environment.DEVELOPMENT, login, null, TenancyDeclaration.none());
        Surroundings nobody =
                new Surroundings(Map.of("WRONG", "geheim", "RIGHT", "richtig"), Path.of("nowhere"), "ann");
        return Link.open(profile, PasswordPrompt.none(), nobody, Walls.NEVER_SLEEPS, 2);
    }

    private static Failure refused(Login login, String sql) {
        try (Link link = link(login)) {
            List<Activity> told = new ArrayList<>();
            link.onActivity(told::add);
            Failure failure = catchThrowableOfType(
                    Failure.class, () -> link.read(SessionContext.app(Map.of()), "look", s -> s.table(Sql.of(sql), 1)));
            assertThat(failure.kind()).isEqualTo(Failure.Kind.INCOMPLETE);
            assertThat(failure.nextStep()).endsWith(".");
            assertThat(failure + failure.nextStep() + failure.getCause() + told).doesNotContain("geheim", "richtig");
            return failure;
        }
    }

    private static Failure refused(String url, @Nullable String user, @Nullable Secret password) {
        return refused(new Login(url, user, password), "SELECT 1");
    }

    private static Failure refused(String user, String sql) {
        return refused(new Login("postgresql://" + PLACE + "/" + DATABASE, user, null), sql);
    }

    private static String url(String rest) {
        return "postgresql://" + PLACE + "/" + rest;
    }

    @Test
    void aWrongPassword() {
        Failure failure = refused(url(DATABASE), "refusals_scram", new Secret.Env("WRONG"));
        assertThat(failure).hasMessage("The server does not accept the password of refusals_scram.");
        Failure inUrl = refused("postgresql://refusals_scram:geheim@" + PLACE + "/" + DATABASE, null, null);
        assertThat(inUrl).hasMessage("The server does not accept the password of refusals_scram.");
    }

    @Test
    void theRightPasswordIsTaken() {
        try (Link link = link(new Login(url(DATABASE), "refusals_scram", new Secret.Env("RIGHT")))) {
            String who = link.read(SessionContext.nobody(), "look", s -> s.value(Sql.of("SELECT current_user")));
            assertThat(who).isEqualTo("refusals_scram");
        }
    }

    @Test
    void noPassword() {
        assertThat(refused(url(DATABASE), "refusals_scram", null))
                .hasMessage("The server asks for a password of refusals_scram, and none was found.");
    }

    @Test
    void aWrongPasswordIsAskedForAgain() {
        List<String> answers = new ArrayList<>(List.of("geheim", "richtig"));
        Login login = new Login(url(DATABASE), "refusals_scram", new Secret.Ask());
        Profile profile = new Profile("p", Environment.DEVELOPMENT, login, null, TenancyDeclaration.none());
        try (Link link = Link.open(profile, address -> new Password(answers.removeFirst()))) {
            SessionContext app = SessionContext.app(Map.of());
            assertThatThrownBy(() -> link.read(app, "look", s -> s.value(Sql.of("SELECT 1"))))
                    .isInstanceOf(Failure.class);
            String one = link.read(app, "look", s -> s.value(Sql.of("SELECT 1")));
            assertThat(one).isEqualTo("1");
        }
    }

    @Test
    void noSuchRoleDatabaseOrRight() {
        assertThat(refused("refusals_absent", "SELECT 1"))
                .hasMessageContaining("The role refusals_absent does not exist on ");
        assertThat(refused("refusals_nologin", "SELECT 1")).hasMessageContaining("may not log in");
        assertThat(refused(url("no%20such%20\"db\""), "refusals_poor", null))
                .hasMessage("There is no database no such \"db\" on " + PLACE + ".");
        assertThat(refused("refusals_crowded", "SELECT 1"))
                .hasMessage("The server has no connection left for refusals_crowded.");
        assertThat(refused("refusals_rejected", "SELECT 1")).hasMessageContaining("pg_hba.conf does not let");
    }

    @Test
    void tlsThatIsNotThere() {
        assertThat(refused(url(DATABASE + "?sslmode=require"), "refusals_poor", null))
                .hasMessageContaining("asks for TLS");
        assertThat(refused(url(DATABASE + "?sslmode=disable"), "refusals_rejected", null))
                .hasMessageContaining("without TLS");
    }

    @Test
    void nobodyThere() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(refused("postgresql://127.0.0.1:" + free + "/d", "x", null))
                .hasMessage("Nothing answers on 127.0.0.1:" + free + ".");
        assertThat(refused("postgresql://no-such-host.invalid/d", "x", null))
                .hasMessage("There is no host called no-such-host.invalid.");
    }

    @Test
    void aServerThatIsNoServer() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(refused("postgresql://127.0.0.1:" + silent.getLocalPort() + "/d?connect_timeout=1", "x", null))
                    .hasMessageContaining("does not answer in time");
        }
    }

    @Test
    void missingPrivilegesAndTables() {
        assertThat(refused("refusals_poor", "SELECT * FROM \"order\""))
                .hasMessage("The role refusals_poor may not do that: permission denied for table order.");
        assertThat(refused("refusals_poor", "SELECT * FROM gone"))
                .hasMessageContaining("relation \"gone\" does not exist");
    }

    @Test
    void aStatementSomebodyCancels() {
        Failure failure = refused("refusals_poor", "SELECT pg_cancel_backend(pg_backend_pid()), pg_sleep(600)");
        assertThat(failure.sqlState()).isEqualTo("57014");
        assertThat(failure).hasMessage("The server stopped the statement: canceling statement due to user request.");
    }

    @Test
    void aServerThatDiesInTheMiddle() {
        Failure failure = catchThrowableOfType(
                Failure.class,
                () -> WALLS.link().read(Walls.as("acme"), "look", s -> {
                    WALLS.database()
                            .execute("SELECT pg_terminate_backend("
                                    + s.attestation().backendPid() + ", 10000)");
                    return s.value(Sql.of("SELECT 1"));
                }));
        assertThat(failure).hasMessage("The connection to " + PLACE + " was lost; what was open there is rolled back.");
        String again = WALLS.link().read(Walls.as("acme"), "again", s -> s.value(Sql.of("SELECT 'well'")));
        assertThat(again).isEqualTo("well");
    }

    @Test
    void aServerThatIsTooOld() {
        OldestServer.require(14);
        assertThat(catchThrowableOfType(Failure.class, () -> OldestServer.require(13)))
                .hasMessage("The server is PostgreSQL 13, and Partywall needs 14 or newer.");
    }

    @Test
    void namesShowWhereWeAreWithoutAPassword() {
        Address address =
                link(new Login("postgresql://bob:geheim@h/d", null, null)).address(Side.APP);
        assertThat(address).hasToString("database d on h:5432 as bob");
    }
}
