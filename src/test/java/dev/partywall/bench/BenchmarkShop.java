package dev.partywall.bench;

import dev.partywall.demo.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sample medusa-store, grown; and fresh copies of it. */
final class BenchmarkShop {
    private static final String GROW = """
            SET session_replication_role = replica;
            CREATE TEMP TABLE seed AS SELECT *, row_number() OVER (ORDER BY id) - 1 AS n FROM "order" WHERE tenant_id IS NOT NULL;
            CREATE INDEX ON seed (n);
            INSERT INTO "order" (id, display_id, region_id, customer_id, sales_channel_id, status, email, currency_code, tenant_id)
            SELECT 'order_b' || lpad(i::text, 12, '0'), 1000000 + i, o.region_id, o.customer_id, o.sales_channel_id, o.status, o.email,
                   o.currency_code, o.tenant_id
            FROM generate_series(1, %1$d / 10) i JOIN seed o ON o.n = i %% 1000;
            INSERT INTO order_line_item (id, title, product_title, variant_sku, unit_price, raw_unit_price, tenant_id)
            SELECT 'ordli_b' || lpad(i::text, 12, '0'), 't', 't', 'sku', 5, '{"value": "5"}', o.tenant_id
            FROM generate_series(1, %1$d / 5) i JOIN "order" o ON o.id = 'order_b' || lpad(((i + 1) / 2)::text, 12, '0');
            DELETE FROM order_item;
            INSERT INTO order_item (id, order_id, version, item_id, quantity, tenant_id)
            SELECT 'orditem_b' || lpad(i::text, 12, '0'), 'order_b' || lpad((1 + (i - 1) / 10)::text, 12, '0'), 1 + i %% 5,
                   'ordli_b' || lpad((1 + (i - 1) / 5)::text, 12, '0'), 1, NULL
            FROM generate_series(1, %1$d) i;
            """;

    private final EmbeddedServer server;
    private final Optional<Path> psql = Stream.concat(
                    Stream.of(System.getenv("PATH").split(":")).map(Path::of),
                    Stream.of("18", "17", "16", "15", "14")
                            .map(version -> Path.of("/usr/lib/postgresql", version, "bin")))
            .map(folder -> folder.resolve("psql"))
            .filter(Files::isExecutable)
            .findFirst();

    BenchmarkShop(EmbeddedServer server, int items) throws SQLException, IOException {
        this.server = server;
        execute("postgres", "CREATE DATABASE medusa");
        execute("medusa", Files.readString(Path.of("sample-data/medusa-store/schema.sql")));
        execute("medusa", Files.readString(Path.of("sample-data/medusa-store/data.sql")));
        execute("medusa", GROW.formatted(items));
        execute("medusa", "VACUUM ANALYZE");
    }

    /** A copy in which nothing was done yet, on a server that has written everything down; its JDBC URL. */
    String copy(String name) throws SQLException {
        execute("postgres", "CREATE DATABASE " + name + " TEMPLATE medusa");
        execute("postgres", "CHECKPOINT");
        execute(name, "SELECT count(*) FROM order_item");
        return server.url(name);
    }

    /** Runs one statement as superuser: with psql where there is one. */
    void run(String url, String statement) throws SQLException, IOException, InterruptedException {
        String database = url.substring(url.lastIndexOf('/') + 1);
        if (psql.isEmpty()) {
            execute(database, statement);
            return;
        }
        List<String> words = List.of(
                psql.get().toString(),
                "-q",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(server.port()),
                "-U",
                "postgres",
                "-c",
                statement,
                database);
        if (new ProcessBuilder(words).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("psql failed");
        }
    }

    String client() {
        return psql.map(Path::toString).orElse("the driver");
    }

    private void execute(String database, String script) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(database), "postgres", null);
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }
}
