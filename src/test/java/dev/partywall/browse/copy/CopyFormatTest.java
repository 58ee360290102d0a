package dev.partywall.browse.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.access.Inspector;
import dev.partywall.browse.Browser;
import dev.partywall.browse.Filter;
import dev.partywall.browse.PageRequest;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Link;
import dev.partywall.connect.Table;
import dev.partywall.testing.Shop;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CopyFormatTest {
    private static final RelationName COPIED = new RelationName("shop", "Copied");

    private static Shop shop;
    private static Link link;
    private static Relation relation;
    private static Table table;

    @BeforeAll
    static void open() {
        shop = Shop.create();
        shop.database().execute("""
                CREATE TABLE shop."Copied" (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, note text, "Big" numeric, ok bool, doc jsonb,
                  raw bytea, twice int GENERATED ALWAYS AS (2) STORED);
                INSERT INTO shop."Copied" (note, "Big", ok, doc, raw) VALUES
                  ('it''s | "so"', 1.50, true, 'null', '\\x00ff'), (NULL, 'NaN', false, NULL, NULL), (E'a\\tb\\nc\\\\', -1, NULL, '{"a": 1}', '');
                GRANT SELECT ON ALL TABLES IN SCHEMA shop TO shop_app, shop_bypass;
                """);
        link = Link.open(shop.profile());
        var inspection = Inspector.inspect(link);
        relation = inspection.snapshot().relation(COPIED).orElseThrow();
        table = new Browser(link, inspection)
                .page(new Lens.Everyone(), PageRequest.first(COPIED, 10))
                .table();
    }

    @AfterAll
    static void close() {
        link.close();
    }

    private static String copy(CopyFormat format) {
        return format.copy(relation, table.headings(), table.rows());
    }

    @Test
    void anInsertMakesTheSameRowsAgain() {
        shop.database()
                .execute("CREATE TABLE shop.kept AS TABLE shop.\"Copied\"; TRUNCATE shop.\"Copied\"; "
                        + copy(CopyFormat.INSERT)
                        + """
                DO $$ BEGIN
                  IF (SELECT count(*) FROM (SELECT k::text FROM shop.kept k EXCEPT SELECT c::text FROM shop."Copied" c) d) > 0 THEN
                    RAISE 'not the same';
                  END IF;
                END $$""");
        assertThat(copy(CopyFormat.INSERT))
                .startsWith(
                        "INSERT INTO shop.\"Copied\" (id, note, \"Big\", ok, doc, raw) OVERRIDING SYSTEM VALUE VALUES\n")
                .contains("(1, 'it''s | \"so\"', 1.50, true, 'null', E'\\\\x00ff')")
                .contains("(2, NULL, 'NaN', false, NULL, NULL)");
    }

    @Test
    void aListForInFindsTheRowsAgain() {
        String list = CopyFormat.IN_LIST.copy(
                relation,
                table.headings().subList(0, 2),
                table.rows().stream().map(row -> row.subList(0, 2)).toList());
        assertThat(list).isEqualTo("((1, 'it''s | \"so\"'), (3, E'a\tb\nc\\\\'))");
        assertThat(CopyFormat.IN_LIST.copy(
                        relation, table.headings().subList(0, 1), List.of(List.of("1"), List.of("2"), List.of("1"))))
                .isEqualTo("(1, 2)");
    }

    @Test
    void spreadsheetsAndMarkdownGetWhatTheyCanRead() {
        assertThat(copy(CopyFormat.TSV).lines().findFirst())
                .hasValue("1\t\"it's | \"\"so\"\"\"\t1.50\tt\tnull\t\\x00ff\t2");
        assertThat(copy(CopyFormat.MARKDOWN))
                .startsWith(
                        "| id | note | Big | ok | doc | raw | twice |\n| ---: | --- | ---: | --- | --- | --- | ---: |\n")
                .contains("| 1 | it's \\| \"so\" |")
                .contains("| 2 | NULL |")
                .contains("a\tb<br>c");
        assertThat(copy(CopyFormat.CSV)).startsWith("id,note,Big,ok,doc,raw,twice\r\n");
        assertThat(copy(CopyFormat.JSON)).contains("\"doc\" : \"null\"").contains("\"doc\" : null");
    }

    @Test
    void aFilterOfTheBrowserFindsWhatWasCopied() {
        Filter filter = new Filter("Big", Filter.Operator.EQUALS, "NaN");
        assertThat(new Browser(link, Inspector.inspect(link))
                        .count(new Lens.Everyone(), PageRequest.first(COPIED, 1).filteredBy(List.of(filter))))
                .isEqualTo(1);
    }
}
