package dev.partywall.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            postgresql://bob:geheim@h/d                       | postgresql://bob@h/d
            postgresql://bob:ge@heim@h/d?options=a@b          | postgresql://bob@h/d?options=a@b
            postgresql://bob@h/d?password=geheim              | postgresql://bob@h/d
            postgresql://bob@h/d?password=geheim&sslmode=allow | postgresql://bob@h/d?sslmode=allow
            postgresql://bob@h/d?sslmode=allow&password=geheim&options=x | postgresql://bob@h/d?sslmode=allow&options=x
            jdbc:postgresql://h/d?user=bob&password=geheim    | jdbc:postgresql://h/d?user=bob
            host=h password=geheim dbname=d                   | host=h  dbname=d
            host=h password = 'ge \\'heim' dbname=d           | host=h  dbname=d
            host=h dbname=password                            | host=h dbname=password
            """)
    void savesEverythingButThePassword(String text, String expected) {
        assertThat(Redaction.withoutPassword(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://bob:geheim@h/d",
                "postgresql://bob:ge/geheim@h/d",
                "postgresql://bob:ge?geheim@h/d",
                "postgresql://:geheim@h/d",
                "postgresql://h/d?password=geheim",
                "jdbc:postgresql://h/d?sslpassword=geheim&user=x",
                "mysql://bob:geheim@h",
                "host=h password=geheim",
                "host=h PassWord = 'a geheim",
                "host=h password='a\\' geheim'"
            })
    void showsNoPasswordHoweverBrokenTheText(String text) {
        assertThat(Redaction.shown(text)).doesNotContain("geheim");
        assertThat(new Login(text, "bob", new Secret.Ask())).asString().doesNotContain("geheim");
    }
}
