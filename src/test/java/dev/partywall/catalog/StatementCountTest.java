package dev.partywall.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** The driver tells of every statement it sends; how many these are does not hang on how many tables there are. */
class StatementCountTest {
    private static final Logger PROTOCOL = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    @Test
    void aHundredTimesTheTablesTakeNoStatementMore() {
        int few = statements(database(2));
        int many = statements(database(200));
        assertThat(many).isEqualTo(few).isBetween(10, 30);
    }

    private static TestDatabase database(int tables) {
        return TestServer.database("""
                DO $do$ BEGIN FOR i IN 1 .. %d LOOP
                  EXECUTE format('CREATE TABLE t%%1$s (id int PRIMARY KEY, tenant int);
                    ALTER TABLE t%%1$s ENABLE ROW LEVEL SECURITY;
                    CREATE POLICY p ON t%%1$s USING (tenant = 1);
                    CREATE VIEW v%%1$s AS SELECT id FROM t%%1$s', i);
                END LOOP; END $do$""".formatted(tables));
    }

    private static int statements(TestDatabase database) {
        Counter counter = new Counter();
        Level level = PROTOCOL.getLevel();
        boolean parents = PROTOCOL.getUseParentHandlers();
        PROTOCOL.setUseParentHandlers(false);
        PROTOCOL.setLevel(Level.FINEST);
        PROTOCOL.addHandler(counter);
        try {
            Snapshots.of(database);
        } finally {
            PROTOCOL.removeHandler(counter);
            PROTOCOL.setLevel(level);
            PROTOCOL.setUseParentHandlers(parents);
        }
        return counter.parses.get();
    }

    /** Counts the Parse messages of the extended protocol. */
    private static final class Counter extends Handler {
        private final AtomicInteger parses = new AtomicInteger();

        @Override
        public void publish(LogRecord message) {
            if (message.getMessage().contains("FE=> Parse")) {
                parses.incrementAndGet();
            }
        }

        @Override
        public void flush() {
            // Nothing is kept.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
