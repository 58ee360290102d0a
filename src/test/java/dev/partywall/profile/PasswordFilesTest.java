package dev.partywall.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partywall.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordFilesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    private final Map<String, String> variables = new HashMap<>();

    private Path file(String name, String permissions, String... lines) throws IOException {
        Path file = Files.writeString(home.resolve(name), String.join("\n", lines));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private Address resolve(String url) {
        return Addresses.resolve(new Login(url, null, null), new Surroundings(variables, home, "ann"));
    }

    private @Nullable String password(String url) {
        Password password = resolve(url).password();
        return password == null ? null : password.reveal();
    }

    @Test
    void theFirstLineThatFitsHasThePassword() throws IOException {
        file(
                ".pgpass",
                "rw-------",
                "# h:5432:d:bob:comment",
                "h:5432:d:bob:one",
                "*:*:d:bob:two",
                "h:*:*:c\\:a\\\\rl:a:b\\:c\\\\d");
        assertThat(password("postgresql://bob@h/d")).isEqualTo("one");
        assertThat(password("postgresql://bob@other:7/d")).isEqualTo("two");
        assertThat(password("host=h user='c:a\\\\rl' dbname=x")).isEqualTo("a:b:c\\d");
        assertThat(password("postgresql://eve@h/d")).isNull();
    }

    @Test
    void aPasswordInTheStringOrTheEnvironmentComesFirst() throws IOException {
        file(".pgpass", "rw-------", "*:*:*:*:file");
        assertThat(password("postgresql://bob:string@h/d")).isEqualTo("string");
        variables.put("PGPASSWORD", "environment");
        assertThat(password("postgresql://bob@h/d")).isEqualTo("environment");
    }

    @Test
    void aFileOthersMayReadIsIgnoredAndThatIsSaid() throws IOException {
        file(".pgpass", "rw-r--r--", "*:*:*:*:file");
        Address address = resolve("postgresql://bob@h/d");
        assertThat(address.password()).isNull();
        assertThat(address.notices()).singleElement().asString().contains("ignored", "chmod 600");
    }

    @Test
    void theFileMayBeNamed() throws IOException {
        file(".pgpass", "rw-------", "*:*:*:*:home");
        variables.put("PGPASSFILE", file("env", "rw-------", "*:*:*:*:env").toString());
        assertThat(password("postgresql://bob@h/d")).isEqualTo("env");
        Path given = file("given", "rw-------", "*:*:*:*:given");
        assertThat(password("host=h passfile='" + given + "'")).isEqualTo("given");
    }

    @Test
    void aServiceFillsInBeforeTheEnvironment() throws IOException {
        file(
                ".pg_service.conf",
                "rw-r--r--",
                "# mine",
                "[other]",
                "host=no",
                "",
                "[shop]",
                "host=service",
                "port=7",
                "dbname=d",
                "sslsni=1");
        variables.put("PGHOST", "environment");
        variables.put("PGUSER", "eve");
        assertThat(resolve("service=shop port=8")).hasToString("database d on service:8 as eve");
        variables.put("PGSERVICE", "shop");
        assertThat(resolve("postgresql:///x")).hasToString("database x on service:7 as eve");
    }

    @Test
    void theSystemsServiceFileComesAfterTheOwn() throws IOException {
        Path system = Files.createDirectory(home.resolve("etc"));
        Files.writeString(system.resolve("pg_service.conf"), "[own]\nhost=system\n[system]\nhost=system\n");
        variables.put("PGSYSCONFDIR", system.toString());
        variables.put(
                "PGSERVICEFILE", file("mine", "rw-r--r--", "[own]", "host=own").toString());
        assertThat(resolve("service=own").places()).isEqualTo("own:5432");
        assertThat(resolve("service=system").places()).isEqualTo("system:5432");
        assertThatThrownBy(() -> resolve("service=none"))
                .isInstanceOf(Failure.class)
                .hasMessage("There is no service none in pg_service.conf.");
    }

    @Test
    void aBrokenLineOfAServiceIsNamed() throws IOException {
        file(".pg_service.conf", "rw-r--r--", "[shop]", "host=h", "geheim");
        assertThatThrownBy(() -> resolve("service=shop"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("Line 3 of ")
                .hasMessageNotContaining("geheim");
    }
}
