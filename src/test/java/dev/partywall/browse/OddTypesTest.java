package dev.partywall.browse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partywall.access.Inspection;
import dev.partywall.access.Inspector;
import dev.partywall.browse.copy.CopyFormat;
import dev.partywall.browse.export.Export;
import dev.partywall.browse.export.ExportFormat;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Link;
import dev.partywall.failure.Failure;
import dev.partywall.testing.Shop;
import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables, columns and types of every make: all are browsed, sorted, filtered, copied and exported, or it is said why not. */
class OddTypesTest {
    private static final Lens.Tenant ACME = new Lens.Tenant("acme");

    private static Link link;
    private static Inspection inspection;
    private static Browser browser;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        Shop shop = Shop.create();
        String wide =
                IntStream.rangeClosed(2, 1600).mapToObj(i -> "c" + i + " bool").collect(Collectors.joining(", "));
        shop.database().execute("""
                CREATE SCHEMA "Elsewhere";
                CREATE TYPE "Elsewhere".mood AS ENUM ('sad', 'it''s ok', '🐘');
                CREATE DOMAIN "Elsewhere".email AS text CHECK (VALUE ~ '@');
                CREATE DOMAIN "Elsewhere".emails AS "Elsewhere".email[];
                CREATE TYPE "Elsewhere".pair AS (a int, b text);
                CREATE TYPE "Elsewhere".floats AS RANGE (subtype = float8);
                CREATE TYPE "Elsewhere".thing;
                CREATE FUNCTION "Elsewhere".thing_in(cstring) RETURNS "Elsewhere".thing IMMUTABLE STRICT LANGUAGE internal AS 'textin';
                CREATE FUNCTION "Elsewhere".thing_out("Elsewhere".thing) RETURNS cstring IMMUTABLE STRICT LANGUAGE internal AS 'textout';
                CREATE TYPE "Elsewhere".thing (INPUT = "Elsewhere".thing_in, OUTPUT = "Elsewhere".thing_out, LIKE = text);
                CREATE EXTENSION IF NOT EXISTS citext SCHEMA "Elsewhere";
                CREATE TABLE shop.odd (
                  id int PRIMARY KEY, tenant text, at_zone timestamptz, plain timestamp, day date, clock time, zoned timetz, took interval,
                  mood "Elsewhere".mood, mail "Elsewhere".email, mails "Elsewhere".emails, pair "Elsewhere".pair, span int4range,
                  spans int4multirange, own "Elsewhere".floats, raw bytea, nested int[][], words text[], doc json, docb jsonb, page xml, vec tsvector,
                  query tsquery, bits bit(5), vbits varbit, cash money, ip inet, net cidr, mac macaddr, place point, shape polygon, uid uuid,
                  big numeric, real4 real, double8 float8, fixed char(4), one "char", ident name, thing "Elsewhere".thing, ci "Elsewhere".citext,
                  pairs "Elsewhere".pair[], oidcol oid, reg regclass, lsn pg_lsn, flag bool, path jsonpath, "q""uo?te :x $1 🐘" text,
                  twice int GENERATED ALWAYS AS (id * 2) STORED);
                INSERT INTO shop.odd VALUES (1, 'acme', 'infinity', '-infinity', '4713-01-01 BC', '24:00', '00:00+15:59', '-178000000 years',
                  '🐘', 'a@b', '{a@b,"x,y@z"}', '(1,"x ""y""\")', '[1,5)', '{[1,3),[5,7)}', '[1.5,2.5)', '\\x00ff', '{{1,2},{3,NULL}}',
                  '{"",NULL,"NULL","a,b"}', 'null', 'null', '<a>&lt;</a>', '''it''''s'':1', '''a'' & ''b''', '10110', '1', '-1234.50', '::1/64',
                  '10.0.0.0/8', '08:00:2b:01:02:03', '(1,2)', '((0,0),(1,1))', 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11', 'NaN', '-Infinity', '1e-300',
                  'ab', 'x', 'n', 'some thing', 'MiXed', '{"(1,b)","(2,)"}', 4294967295, 'shop.odd', '16/B374D848', true, '$.a[*]', E'\\t\\n');
                INSERT INTO shop.odd (id, tenant, doc, docb, words, raw, ci) VALUES (2, 'acme', '{"a": [1]}', '{"a": [1]}', '{}', '', ''), (3, 'globex', NULL, NULL, NULL, NULL, NULL);
                CREATE TABLE shop.nothing ();
                INSERT INTO shop.nothing SELECT FROM generate_series(1, 3);
                CREATE TABLE shop.wide (id int PRIMARY KEY, """ + wide + """
                );
                INSERT INTO shop.wide (id) VALUES (1), (2);
                CREATE TABLE shop.some_columns (id int PRIMARY KEY, tenant text, secret text);
                INSERT INTO shop.some_columns VALUES (1, 'acme', 'hush');
                CREATE TABLE shop.parts (at date, n int) PARTITION BY RANGE (at);
                CREATE TABLE shop.parts_1 PARTITION OF shop.parts FOR VALUES FROM ('2020-01-01') TO ('2030-01-01');
                INSERT INTO shop.parts SELECT '2024-01-01', i FROM generate_series(1, 9) AS i;
                CREATE MATERIALIZED VIEW shop.stored AS SELECT id, tenant FROM shop.odd;
                CREATE FOREIGN DATA WRAPPER nowhere;
                CREATE SERVER nowhere FOREIGN DATA WRAPPER nowhere;
                CREATE FOREIGN TABLE shop.abroad (id int) SERVER nowhere;
                CREATE VIEW shop.broken AS SELECT 1 / (id - 1) AS n FROM shop.odd;
                CREATE TABLE shop."what? ""is"" 🐘" ("select" int PRIMARY KEY);
                INSERT INTO shop."what? ""is"" 🐘" VALUES (1), (2);
                GRANT SELECT ON ALL TABLES IN SCHEMA shop TO shop_app, shop_bypass;
                REVOKE SELECT ON shop.some_columns FROM shop_app;
                GRANT SELECT (tenant, id) ON shop.some_columns TO shop_app;
                GRANT USAGE ON SCHEMA "Elsewhere" TO shop_app, shop_bypass;
                """);
        link = Link.open(shop.profile());
        inspection = Inspector.inspect(link);
        browser = new Browser(link, inspection);
    }

    @AfterAll
    static void close() {
        link.close();
    }

    private static Relation relation(String name) {
        return inspection.snapshot().relation(new RelationName("shop", name)).orElseThrow();
    }

    private static PageRequest page(String name) {
        return PageRequest.first(new RelationName("shop", name), 10);
    }

    @Test
    void everyValueIsTheServersOwnText() {
        List<@Nullable String> row =
                browser.page(ACME, page("odd")).table().rows().getFirst();
        List<String> names =
                relation("odd").columns().stream().map(Column::name).toList();
        assertThat(row.subList(2, 8))
                .containsExactly(
                        "infinity", "-infinity", "4713-01-01 BC", "24:00:00", "00:00:00+15:59", "-178000000 years");
        assertThat(row.get(names.indexOf("raw"))).isEqualTo("\\x00ff");
        assertThat(row.get(names.indexOf("doc"))).isEqualTo("null");
        assertThat(row.get(names.indexOf("fixed"))).isEqualTo("ab  ");
        assertThat(row.get(names.indexOf("real4"))).isEqualTo("-Infinity");
        assertThat(row.get(names.indexOf("place"))).isEqualTo("(1,2)");
        assertThat(row.get(names.indexOf("bits"))).isEqualTo("10110");
        assertThat(row.get(names.indexOf("thing"))).isEqualTo("some thing");
        assertThat(row.get(names.indexOf("pairs"))).isEqualTo("{\"(1,b)\",\"(2,)\"}");
        List<@Nullable String> third =
                browser.page(new Lens.Everyone(), page("odd")).table().rows().getLast();
        assertThat(third.get(names.indexOf("doc")))
                .as("no value is not JSON null")
                .isNull();
    }

    /** A column is sorted by, and each value found again by each condition offered, or it is said why not. */
    @TestFactory
    Stream<DynamicTest> everyColumnIsSortedAndFiltered() {
        return relation("odd").columns().stream()
                .map(column -> DynamicTest.dynamicTest(column.name(), () -> {
                    orSaid(() -> browser.page(ACME, page("odd").sortedBy(new Sort(column.name(), true))));
                    orSaid(() -> turned(column));
                    for (Filter.Operator operator : Filter.Operator.offered(column)) {
                        orSaid(() -> found(column, operator));
                    }
                }));
    }

    private static void turned(Column column) {
        PageRequest one = page("odd").limitedTo(1).sortedBy(new Sort(column.name(), false));
        RowPage first = browser.page(ACME, one);
        assertThat(first.next()).isNotNull();
        RowPage second = browser.page(ACME, one.after(first.next()));
        assertThat(second.table().rows()).hasSize(1).isNotEqualTo(first.table().rows());
    }

    private static void found(Column column, Filter.Operator operator) {
        int index = relation("odd").columns().indexOf(column);
        String value = browser.page(ACME, page("odd")).table().rows().getFirst().get(index);
        PageRequest request = page("odd")
                .filteredBy(List.of(new Filter(column.name(), operator, operator.takesValue() ? value : null)));
        List<List<@Nullable String>> rows = browser.page(ACME, request).table().rows();
        boolean meets = List.of(
                        Filter.Operator.EQUALS,
                        Filter.Operator.AT_LEAST,
                        Filter.Operator.AT_MOST,
                        Filter.Operator.CONTAINS,
                        Filter.Operator.STARTS_WITH,
                        Filter.Operator.HAS,
                        Filter.Operator.IS_NOT_NULL)
                .contains(operator);
        if (operator == Filter.Operator.HAS && String.valueOf(value).contains("NULL")) {
            return; // an array with a NULL in it has nothing in it, not even itself
        }
        assertThat(rows.stream().anyMatch(row -> "1".equals(row.getFirst())))
                .as(column.name() + " " + operator + " " + value)
                .isEqualTo(meets);
    }

    /** Only what the server itself cannot do is refused, in a sentence. */
    private static void orSaid(Runnable tried) {
        try {
            tried.run();
        } catch (Failure said) {
            assertThat(said.getMessage())
                    .matches("(?s).*(cannot sort by|no equality|operator|ordering|does not exist).*");
            assertThat(said.nextStep()).isNotEmpty();
        }
    }

    @Test
    void oddTablesAreBrowsedToo() {
        assertThat(browser.page(ACME, page("nothing")).table().rows()).hasSize(3);
        assertThat(browser.page(ACME, page("nothing").limitedTo(2)).next()).isNotNull();
        RowPage wide = browser.page(ACME, page("wide"));
        assertThat(wide.table().headings()).hasSize(1600);
        assertThat(browser.page(ACME, page("wide").limitedTo(1)).next()).isNotNull();
        assertThat(browser.page(ACME, page("parts_1")).table().rows()).hasSize(9);
        assertThat(browser.page(ACME, page("parts")).caution()).contains("It has no key");
        assertThat(browser.page(ACME, page("stored")).table().rows()).hasSize(3);
        assertThat(browser.page(ACME, page("what? \"is\" 🐘").limitedTo(1)).next())
                .isNotNull();
        assertThat(browser.count(ACME, page("what? \"is\" 🐘"))).isEqualTo(2);
        assertThat(browser.estimate(ACME, page("wide")).rows()).isPositive();
    }

    @Test
    void whatMayNotBeReadIsLeftOutAndSaid() {
        RowPage page = browser.page(ACME, page("some_columns"));
        assertThat(page.table().rows()).containsExactly(List.of("1", "acme"));
        assertThat(page.caution()).contains("1 column is left out");
        assertThat(browser.page(new Lens.Everyone(), page("some_columns"))
                        .table()
                        .headings())
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"abroad,has no handler", "broken,division by zero"})
    void whatCannotBeReadIsSaid(String table, String said) {
        assertThatThrownBy(() -> browser.page(ACME, page(table)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(said);
    }

    @Test
    void everyTypeIsComparedCopiedAndExported() {
        Relation odd = relation("odd");
        RowPage page = browser.page(ACME, page("odd"));
        for (CopyFormat format : CopyFormat.values()) {
            assertThat(format.copy(odd, page.table().headings(), page.table().rows()))
                    .contains("some thing");
        }
        for (ExportFormat format : ExportFormat.values()) {
            assertThat(Export.to(folder.resolve("odd"), format, browser, ACME, page("odd"), rows -> {})
                            .rows())
                    .isEqualTo(3);
        }
        assertThat(browser.compare(ACME, page("odd")).classes()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"SQL_ASCII,C", "LATIN1,C", "UTF8,C"})
    void everyEncodingIsReadAsItIs(String encoding, String locale) {
        TestServer.database("");
        TestDatabase maker = TestServer.database("");
        String name = "enc_" + encoding.toLowerCase(java.util.Locale.ROOT);
        maker.execute(
                "CREATE DATABASE " + name + " ENCODING '" + encoding + "' LOCALE '" + locale + "' TEMPLATE template0");
        TestDatabase database = new TestDatabase(name);
        database.execute(
                "CREATE TABLE t (id int PRIMARY KEY, tenant text); INSERT INTO t VALUES (1, 'Ünïcode'), (2, 'plain');"
                        + "GRANT SELECT ON t TO shop_app, shop_bypass");
        try (Link other = Link.open(new Shop(database).profile())) {
            Browser there = new Browser(other, Inspector.inspect(other));
            PageRequest request = PageRequest.first(new RelationName("public", "t"), 10);
            assertThat(there.page(new Lens.Everyone(), request)
                            .table()
                            .rows()
                            .getFirst()
                            .get(1))
                    .isEqualTo("Ünïcode");
            Filter filter = new Filter("tenant", Filter.Operator.EQUALS, "Ünïcode");
            assertThat(there.count(new Lens.Everyone(), request.filteredBy(List.of(filter))))
                    .isEqualTo(1);
        }
    }
}
