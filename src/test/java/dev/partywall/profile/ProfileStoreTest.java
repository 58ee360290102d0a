package dev.partywall.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.partywall.failure.Failure;
import dev.partywall.profile.TenancyDeclaration.ForeignWrites;
import dev.partywall.profile.TenancyDeclaration.NullTenantMeans;
import dev.partywall.profile.TenancyDeclaration.UnsetMeans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileStoreTest {
    private static final Login APP = new Login("postgresql://h/d", "bob", new Secret.Env("P"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private ProfileStore store;

    @BeforeEach
    void open() {
        store = new ProfileStore(folder.resolve("deep/profiles"));
    }

    private static Profile profile(String name, Login app) {
        return new Profile(name, Environment.STAGING, app, null, TenancyDeclaration.none());
    }

    private Failure refused(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("p.json"), json);
        return catchThrowableOfType(Failure.class, () -> store.load(file.toString()));
    }

    @Test
    void whatWasSavedIsLoadedAgain() {
        TenancyDeclaration tenancy = new TenancyDeclaration(
                Map.of("app.\"odd\" é", "{\"t\": \"{tenant}\"}"),
                Map.of("acme", "ann"),
                Map.of("acme", "acme_login"),
                "tenantId",
                Map.of("public.\"order\"", "org_id"),
                new Registry("public.tenant", "id", "name", null),
                List.of("public", "a b"),
                Set.of("public.country"),
                UnsetMeans.EVERYTHING,
                NullTenantMeans.SHARED,
                Set.of("0"),
                ForeignWrites.COERCED);
        Login bypass = new Login("host=h", null, new Secret.Command(List.of("pass", "show", "x")));
        Profile saved =
                new Profile("Ünser \"shop\" 🛒".replace("\"", "'"), Environment.PRODUCTION, APP, bypass, tenancy);
        store.save(saved);
        assertThat(store.load(saved.name())).isEqualTo(saved);
        assertThat(store.names()).containsExactly(saved.name());
        store.delete(saved.name());
        assertThat(store.names()).isEmpty();
    }

    @Test
    void everyKindOfReferenceSurvives() {
        Stream.of(new Secret.PgPass(), new Secret.Keyring(), new Secret.Ask(), new Secret.Env("X"))
                .forEach(secret -> {
                    Profile saved = profile("p", new Login("postgresql://h/d", null, secret));
                    store.save(saved);
                    assertThat(store.load("p")).isEqualTo(saved);
                });
    }

    @Test
    void noPasswordIsSavedAndOthersCannotReadTheFile() throws IOException {
        store.save(profile("p", new Login("postgresql://bob:geheim@h/d?password=geheim", null, null)));
        Path file = folder.resolve("deep/profiles/p.json");
        assertThat(file).content().doesNotContain("geheim").contains("postgresql://bob@h/d");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void whatIsAbsentIsLeftToBeDetected() {
        Profile read = ProfileJson.read("{\"app\": {}}", "origin");
        assertThat(read)
                .isEqualTo(new Profile(
                        "origin", Environment.DEVELOPMENT, new Login("", null, null), null, TenancyDeclaration.none()));
    }

    @Test
    void aFileIsLoadedByItsPath() throws IOException {
        Path file = Files.writeString(folder.resolve("p.json"), ProfileJson.write(profile("named", APP)));
        assertThat(store.load(file.toString()).name()).isEqualTo("named");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"app": {                                                      | is not JSON: line 1
            []                                                             | content is not an object
            {"schema": "partywall.profile/2", "app": {}}                   | newer Partywall (partywall.profile/2)
            {"schema": "partywall.report/1", "app": {}}                    | not a profile of Partywall
            {"name": "x"}                                                  | app is missing
            {"app": {"uri": "x"}}                                          | does not know: app.uri
            {"app": {}, "tenancy": {"unsetmeans": "nothing"}}              | does not know: tenancy.unsetmeans
            {"app": {}, "tenancy": {"unsetMeans": "all"}}                  | tenancy.unsetMeans is none of nothing, everything
            {"app": {}, "tenancy": {"schemas": "public"}}                  | tenancy.schemas is not a list
            {"app": {}, "tenancy": {"settings": ["x"]}}                    | tenancy.settings is not an object
            {"app": {}, "tenancy": {"registry": {"table": "t"}}}           | tenancy.registry.key is missing
            {"app": {}, "environment": "prod"}                             | environment is none of development, staging, production
            {"app": {"password": "geheim"}}                                | holds a password
            {"app": {"password": {"plain": "geheim"}}}                     | does not know: app.password.plain
            {"app": {"password": {"ask": true, "env": "X"}}}               | app.password names 2 places
            {"app": {"url": {"host": "geheim"}}}                           | app.url is not a plain value
            """)
    void saysInOneSentenceWhatIsWrongWithAFile(String json, String expected) throws IOException {
        Failure failure = refused(json);
        assertThat(failure).hasMessageContaining(expected).hasMessageNotContaining("geheim");
        assertThat(failure.getMessage()).endsWith(".").contains("p.json");
        assertThat(failure.getCause()).isNull();
    }

    @Test
    void saysWhichProfilesThereAre() {
        store.save(profile("shop", APP));
        Failure failure = catchThrowableOfType(Failure.class, () -> store.load("shpo"));
        assertThat(failure).hasMessage("There is no profile shpo.");
        assertThat(failure.nextStep()).contains("shop");
    }

    @Test
    void aNameThatCouldLeaveTheFolderIsRefused() {
        for (String name : List.of("../x", "a/b", ".hidden", "", "a\\b", "a\nb")) {
            assertThat(catchThrowableOfType(Failure.class, () -> store.save(profile(name, APP))))
                    .as(name)
                    .isNotNull();
        }
    }
}
