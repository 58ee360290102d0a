package dev.partywall.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.partywall.failure.Failure;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    private static final Path NOWHERE = Path.of("nowhere");

    static Address resolve(String url, Map<String, String> variables) {
        return Addresses.resolve(new Login(url, null, null), new Surroundings(variables, NOWHERE, "ann"));
    }

    private static String line(Address address) {
        String password =
                address.password() == null ? "" : ":" + address.password().reveal();
        return address.user() + password + "@" + address.places() + "/" + address.database() + address.properties();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            postgresql://                                          | ann@localhost:5432/ann{}
            postgres://h                                           | ann@h:5432/ann{}
            POSTGRESQL://h/d                                       | ann@h:5432/d{}
            postgresql:///shop                                     | ann@localhost:5432/shop{}
            postgresql://bob@h:6432/shop                           | bob@h:6432/shop{}
            postgresql://bob:geheim@h/shop                         | bob:geheim@h:5432/shop{}
            postgresql://b%40b:p%40ss%3A%2F%25@h/sh%20op           | b@b:p@ss:/%@h:5432/sh op{}
            postgresql://bob:p@ss@h/shop                           | bob:p@ss@h:5432/shop{}
            postgresql://bob:a+b@h/shop                            | bob:a+b@h:5432/shop{}
            postgresql://h1:1,h2,h3:3/shop                         | ann@h1:1,h2:5432,h3:3/shop{}
            postgresql://[::1]:6000/shop                           | ann@[::1]:6000/shop{}
            postgresql://[2001:db8::1]/shop                        | ann@[2001:db8::1]:5432/shop{}
            postgresql://h/shop?sslmode=verify-full                | ann@h:5432/shop{sslmode=verify-full}
            postgresql://h/shop?ssl=true                           | ann@h:5432/shop{sslmode=require}
            postgresql://h/shop?user=u&password=p                  | u:p@h:5432/shop{}
            postgresql:///shop?host=h&port=7                       | ann@h:7/shop{}
            postgresql://h/shop?connect_timeout=3                  | ann@h:5432/shop{connectTimeout=3}
            postgresql://h/shop?application_name=x&keepalives=0    | ann@h:5432/shop{}
            postgresql://h/shop?target_session_attrs=read-write    | ann@h:5432/shop{targetServerType=primary}
            postgresql://h/shop?options=-c%20geqo%3Doff            | ann@h:5432/shop{options=-c geqo=off}
            postgresql://h/shop?sslrootcert=system                 | ann@h:5432/shop{sslmode=verify-full, sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory}
            postgresql://h/shop?schema=public&connection_limit=1   | ann@h:5432/shop{}
            postgresql://h/shop?pgbouncer=true                     | ann@h:5432/shop{prepareThreshold=0}
            postgresql+asyncpg://bob@h/shop                        | bob@h:5432/shop{}
            jdbc:postgresql://h:6432/shop                          | ann@h:6432/shop{}
            jdbc:postgresql:shop                                   | ann@localhost:5432/shop{}
            jdbc:postgresql:/                                      | ann@localhost:5432/ann{}
            jdbc:postgresql://h/                                   | ann@h:5432/ann{}
            jdbc:postgresql://bob:geheim@h/shop                    | bob:geheim@h:5432/shop{}
            jdbc:postgresql://h1,h2:7/shop?user=bob&password=p     | bob:p@h1:5432,h2:7/shop{}
            jdbc:postgresql://h/shop?ssl=true                      | ann@h:5432/shop{sslmode=verify-full}
            jdbc:postgresql://h/shop?connectTimeout=4              | ann@h:5432/shop{connectTimeout=4}
            jdbc:postgresql://h/shop?prepareThreshold=0&tcpKeepAlive=false | ann@h:5432/shop{prepareThreshold=0}
            jdbc:postgresql://h/shop?targetServerType=primary      | ann@h:5432/shop{targetServerType=primary}
            host=h dbname=shop user=bob                            | bob@h:5432/shop{}
            host = h  port=7 dbname = 'my shop'                    | ann@h:7/my shop{}
            host=h password='it\\'s \\\\ x' dbname=d               | ann:it's \\ x@h:5432/d{}
            host=h password=a\\ b dbname=d                         | ann:a b@h:5432/d{}
            host=h1,h2 port=7 dbname=d                             | ann@h1:7,h2:7/d{}
            hostaddr=10.0.0.1 host=h dbname=d                      | ann@10.0.0.1:5432/d{}
            dbname='' user=bob                                     | bob@localhost:5432/bob{}
            """)
    void readsWhatPeoplePaste(String text, String expected) {
        assertThat(line(resolve(text, Map.of()))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:5432/geheim",
                "geheim",
                "mysql://bob:geheim@h/d",
                "jdbc:mysql://h/d?password=geheim",
                "postgresql://bob:ge/heim@h/d",
                "postgresql://bob:ge?heim@h/d",
                "postgresql://bob:geheim@h:port/d",
                "postgresql://bob:geheim@h:99999/d",
                "postgresql://bob:geheim@h:0/d",
                "postgresql://bob:geheim%@h/d",
                "postgresql://bob:geheim%zz@h/d",
                "postgresql://bob:geheim%00@h/d",
                "postgresql://bob:geheim@[::1/d",
                "postgresql://bob:geheim@h/d?sslmode",
                "postgresql://bob:geheim@h/d?sslmode=very",
                "postgresql://bob:geheim@h/d?nonsense=1",
                "postgresql://bob:geheim@h/d?target_session_attrs=best",
                "postgresql://bob:geheim@h/d?connect_timeout=soon",
                "postgresql://bob:geheim@h/d?sslcrl=x",
                "postgresql://bob:geheim@%2Fvar%2Frun%2Fpostgresql/d",
                "host=/var/run/postgresql password=geheim",
                "host=@abstract password=geheim",
                "host=h password=so geheim",
                "host=h password='geheim",
                "host=h password='geheim'x",
                "host=h1,h2,h3 port=1,2 password=geheim",
                "host=h PASSWORT=geheim",
                "host=h service=nosuch password=geheim",
                "jdbc:postgresql://h/d?socketFactory=evil&password=geheim",
                "jdbc:postgresql://h/d?loggerFile=/etc/passwd&password=geheim",
                "jdbc:postgresql://h/d?sslfactory=evil&password=geheim",
                "jdbc:postgresql://h/d?nonsense=1&password=geheim"
            })
    void saysInOneSentenceWhatIsWrongAndWhatToDo(String text) {
        Failure failure = catchThrowableOfType(Failure.class, () -> resolve(text, Map.of()));
        assertThat(failure).as(text).isNotNull();
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
        assertThat(failure.getMessage()).endsWith(".").doesNotContain("geheim");
        assertThat(failure.nextStep()).endsWith(".").doesNotContain("geheim");
        assertThat(failure.getCause()).isNull();
    }

    @Test
    void saysThatASocketIsNotForJdbc() {
        assertThat(catchThrowableOfType(Failure.class, () -> resolve("host=/tmp", Map.of())))
                .hasMessage("The connection string names the Unix socket /tmp, which JDBC cannot use.");
    }

    @Test
    void theEnvironmentFillsInWhatTheStringLeavesOut() {
        Map<String, String> variables = Map.of(
                "PGHOST",
                "env",
                "PGPORT",
                "7",
                "PGUSER",
                "eve",
                "PGDATABASE",
                "d",
                "PGPASSWORD",
                "p",
                "PGSSLMODE",
                "require");
        assertThat(line(resolve("", variables))).isEqualTo("eve:p@env:7/d{sslmode=require}");
        assertThat(line(resolve("postgresql://bob@h:8/x?sslmode=disable", variables)))
                .isEqualTo("bob:p@h:8/x{sslmode=disable}");
    }

    @Test
    void theUserOfTheProfileComesFirst() {
        Login login = new Login("postgresql://bob@h/d", "carl", null);
        assertThat(Addresses.resolve(login, new Surroundings(Map.of(), NOWHERE, "ann"))
                        .user())
                .isEqualTo("carl");
    }

    @Test
    void oddDatabaseNamesReachTheDriverEncoded() {
        assertThat(resolve("dbname='my \"shop\"/?é'", Map.of()).jdbcUrl())
                .isEqualTo("jdbc:postgresql://localhost:5432/my%20%22shop%22%2F%3F%C3%A9");
    }

    @Test
    void nothingShowsThePassword() {
        Address address = resolve("postgresql://bob:geheim@h/d?sslpassword=geheim2", Map.of());
        assertThat(address.password()).isNotNull().hasToString("(a password)");
        assertThat(address.toString() + address.jdbcUrl()).doesNotContain("geheim");
    }
}
