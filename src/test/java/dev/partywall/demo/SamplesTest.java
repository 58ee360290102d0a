package dev.partywall.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partywall.failure.Failure;
import dev.partywall.profile.Login;
import dev.partywall.profile.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {
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

    @Test
    void everyFolderIsOffered() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("sample-data"))) {
            assertThat(Samples.all())
                    .extracting(Sample::name)
                    .containsExactlyInAnyOrderElementsOf(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .toList());
        }
    }

    @Test
    void theLeakyShopComesFirst() {
        assertThat(Samples.first().name()).isEqualTo("leaky-shop");
        assertThat(Samples.all().getFirst()).isEqualTo(Samples.first());
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNamesThereAre() {
        assertThatThrownBy(() -> Samples.named("nonesuch"))
                .isInstanceOf(Failure.class)
                .satisfies(e -> assertThat(((Failure) e).nextStep()).contains("leaky-shop"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void loadsAndLetsBothRolesIn(Sample sample) throws SQLException {
        Profile profile = sample.load(server);
        assertThat(bypasses(profile.app(), "", server, sample)).isFalse();
        assertThat(bypasses(profile.bypass(), "", server, sample)).isTrue();
        assertThat(profile.app().url()).contains(":" + server.port() + "/");
    }

    @Test
    void aKeptServerHasTheSampleOnceAndAsksItsRolesForTheirPassword(@TempDir Path folder) throws Exception {
        Sample sample = Samples.first();
        try (EmbeddedServer kept = EmbeddedServer.keep(folder.resolve("kept"))) {
            Profile profile = sample.load(kept);
            String password = Objects.requireNonNull(kept.password());
            assertThat(bypasses(profile.app(), password, kept, sample)).isFalse();
            assertThatThrownBy(() -> bypasses(profile.app(), "wrong", kept, sample))
                    .isInstanceOf(SQLException.class);
            execute(kept, sample, password, "CREATE TABLE made_by_hand ()");
            sample.load(kept);
            execute(kept, sample, password, "DROP TABLE made_by_hand");
        }
    }

    @Test
    void aDatabaseThatWasInterruptedIsMadeAgain() throws SQLException {
        Sample sample = Samples.first();
        sample.load(server);
        execute(server, sample, "", "COMMENT ON DATABASE leaky_shop IS NULL; CREATE TABLE half_done ()");
        sample.load(server);
        execute(server, sample, "", "CREATE TABLE half_done (); DROP TABLE half_done");
    }

    private static boolean bypasses(@Nullable Login login, String password, EmbeddedServer server, Sample sample)
            throws SQLException {
        String role = Objects.requireNonNull(Objects.requireNonNull(login).user());
        try (Connection connection = DriverManager.getConnection(server.url(sample.database()), role, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private static void execute(EmbeddedServer server, Sample sample, String password, String script)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(sample.database()), "postgres", password);
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }
}
