package dev.partywall.testing;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class TestServerTest {
    @Test
    void givesEachTestADatabaseOfItsOwn() {
        TestDatabase first = TestServer.database("CREATE TABLE t (id int)");
        TestDatabase second = TestServer.database("CREATE TABLE t (id int)");
        assertThatCode(() -> first.execute("DROP TABLE t")).doesNotThrowAnyException();
        assertThatCode(() -> second.execute("DROP TABLE t")).doesNotThrowAnyException();
    }
}
