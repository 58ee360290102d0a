package dev.partywall.browse.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partywall.access.Inspector;
import dev.partywall.browse.Browser;
import dev.partywall.browse.Filter;
import dev.partywall.browse.PageRequest;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Cancellation;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Link;
import dev.partywall.connect.Table.Heading;
import dev.partywall.failure.Failure;
import dev.partywall.testing.Shop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportTest {
    private static final RelationName ODD = new RelationName("shop", "sheet");
    private static final RelationName MANY = new RelationName("shop", "many");
    private static final Lens.Tenant ACME = new Lens.Tenant("acme");

    private static Link link;
    private static Browser browser;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        Shop shop = Shop.create();
        shop.database().execute("""
                CREATE TABLE shop.sheet (id int PRIMARY KEY, tenant text, "=cell" text, amount numeric, big int8, ok bool);
                INSERT INTO shop.sheet VALUES (1, 'acme', '=HYPERLINK("http://x")', -5.50, 9007199254740993, true),
                  (2, 'acme', '', NULL, -1, false), (3, 'acme', E'\\x01<&"\\n\\t''', 'NaN', 0, NULL),
                  (4, 'globex', 'theirs', 1, 1, true), (5, 'acme', '@SUM(A1)', 1, 1, true);
                ALTER TABLE shop.sheet ENABLE ROW LEVEL SECURITY;
                CREATE POLICY own ON shop.sheet USING (tenant = current_setting('app.tenant', true));
                CREATE TABLE shop.many AS SELECT i AS id, 'acme' AS tenant FROM generate_series(1, 50000) AS i;
                GRANT SELECT ON ALL TABLES IN SCHEMA shop TO shop_app, shop_bypass;
                """);
        link = Link.open(shop.profile());
        browser = new Browser(link, Inspector.inspect(link));
    }

    @AfterAll
    static void close() {
        link.close();
    }

    private Exported export(ExportFormat format, PageRequest request) {
        Path file = folder.resolve("rows." + format.extension());
        return Export.to(file, format, browser, ACME, request, rows -> {});
    }

    @Test
    void aSheetHoldsNoFormulasAndNumbersStayNumbers() throws IOException {
        Exported csv = export(ExportFormat.CSV, PageRequest.first(ODD, 1));
        assertThat(csv.rows()).isEqualTo(4);
        assertThat(csv.changed()).isEqualTo(2);
        assertThat(Files.readString(csv.file()))
                .startsWith("id,tenant,'=cell,amount,big,ok\r\n")
                .contains("1,acme,\"'=HYPERLINK(\"\"http://x\"\")\",-5.50,9007199254740993,t\r\n")
                .contains("2,acme,\"\",,-1,f\r\n")
                .contains("5,acme,'@SUM(A1),1,1,t\r\n")
                .doesNotContain("theirs");
    }

    @Test
    void whereTheRowsComeFromIsWritten() throws IOException {
        Filter filter = new Filter("id", Filter.Operator.AT_LEAST, "2");
        Exported csv = export(ExportFormat.CSV, PageRequest.first(ODD, 1).filteredBy(List.of(filter)));
        assertThat(csv.about()).isNotNull();
        assertThat(Files.readString(folder.resolve("rows.csv.about.json")))
                .contains("\"seen by\" : \"tenant acme\"")
                .contains("\"ran as\" : \"shop_app\"")
                .contains("\"setting app.tenant\" : \"acme\"")
                .contains("\"row security\" : \"active\"")
                .contains("\"rows\" : \"3\"")
                .contains("\"filter\" : \"id >= 2\"")
                .contains("apostrophe");
    }

    @Test
    void jsonLinesChangeNothing() throws IOException {
        Exported lines = export(ExportFormat.JSON_LINES, PageRequest.first(ODD, 1));
        assertThat(Files.readAllLines(lines.file()))
                .hasSize(4)
                .first()
                .isEqualTo(
                        "{\"id\":1,\"tenant\":\"acme\",\"=cell\":\"=HYPERLINK(\\\"http://x\\\")\",\"amount\":\"-5.50\","
                                + "\"big\":9007199254740993,\"ok\":true}");
    }

    @Test
    void aWorkbookHasTextAsTextAndASheetAboutIt() throws IOException {
        Exported workbook = export(ExportFormat.XLSX, PageRequest.first(ODD, 1));
        assertThat(workbook.about()).isNull();
        try (ZipFile zip = new ZipFile(workbook.file().toFile())) {
            String rows = entry(zip, "xl/worksheets/sheet1.xml");
            assertThat(rows)
                    .contains("=HYPERLINK(")
                    .doesNotContain("<f>")
                    .contains("<v>-5.5</v>".replace("-5.5", "-5.50"))
                    .contains("9007199254740993");
            assertThat(entry(zip, "xl/worksheets/sheet2.xml"))
                    .contains("tenant acme")
                    .contains("shop_app");
        }
    }

    @Test
    void whatASheetCannotHoldGoesOnTheNextOrIsCutAndSaid() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxRows rows = new XlsxRows(out, 3);
        rows.begin(List.of(new Heading("a", "text")));
        for (String value : List.of("1", "2", "3", "4", "x".repeat(40_000))) {
            rows.row(List.of(value));
        }
        rows.end();
        rows.finish(Map.of("rows", "5"));
        Path file = Files.write(folder.resolve("split.xlsx"), out.toByteArray());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.getEntry("xl/worksheets/sheet4.xml")).isNotNull();
            assertThat(entry(zip, "xl/workbook.xml")).contains("rows 3").contains("about");
        }
        assertThat(rows.cut()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void whatIsCancelledLeavesNothing(ExportFormat format) throws IOException {
        Cancellation cancellation = new Cancellation();
        Browser stopped = new Browser(link.stoppedBy(cancellation), Inspector.inspect(link));
        Path file = folder.resolve("many");
        assertThatThrownBy(() -> Export.to(
                        file, format, stopped, ACME, PageRequest.first(MANY, 1), rows -> cancellation.cancel()))
                .isInstanceOf(CancellationException.class);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        Path file = folder.resolve("no/such/rows.csv");
        assertThatThrownBy(
                        () -> Export.to(file, ExportFormat.CSV, browser, ACME, PageRequest.first(ODD, 1), rows -> {}))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("could not be written");
    }

    private static String entry(ZipFile zip, String name) throws IOException {
        return new String(
                zip.getInputStream(zip.getEntry(name)).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
