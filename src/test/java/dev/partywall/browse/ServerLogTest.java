package dev.partywall.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.access.Inspection;
import dev.partywall.access.Inspector;
import dev.partywall.browse.export.Export;
import dev.partywall.browse.export.ExportFormat;
import dev.partywall.browse.plan.Plans;
import dev.partywall.browse.query.QueryBox;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Link;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Sql;
import dev.partywall.demo.EmbeddedServer;
import dev.partywall.demo.Samples;
import dev.partywall.profile.Environment;
import dev.partywall.profile.Login;
import dev.partywall.profile.Profile;
import dev.partywall.profile.TenancyDeclaration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 1, by the server's own log: through a tenant's lens nothing is read as the bypass role but controls, which say so. */
class ServerLogTest {
    private static final RelationName ORDERS = new RelationName("public", "orders");
    private static final Lens.Tenant TENANT = new Lens.Tenant("acme");
    private static final Pattern ENTRY = Pattern.compile(
            "^<<([^>]*)>>LOG:  (?:execute [^:]*|statement): (.*?)(?=^<<|\\z)", Pattern.MULTILINE | Pattern.DOTALL);

    private static EmbeddedServer server;
    private static Link link;
    private static Inspection inspection;
    private static Browser browser;
    private static Link reader;

    @TempDir
    private Path folder;

    record Entry(String application, String statement) {
        boolean isOfBypass() {
            return application.equals("partywall/bypass");
        }

        boolean isControl() {
            return statement.startsWith(Link.CONTROL);
        }

        /** Whether it names a table of the database, rather than of the catalogue. */
        boolean readsUserTables() {
            return inspection.snapshot().relations().stream()
                    .anyMatch(relation -> statement.contains(relation.name().sql()));
        }
    }

    @BeforeAll
    static void open() {
        server = EmbeddedServer.start(Map.of("log_statement", "all", "log_line_prefix", "<<%a>>"));
        link = Link.open(Samples.named("leaky-shop").load(server));
        inspection = Inspector.inspect(link);
        browser = new Browser(link, inspection);
        Login superuser = new Login(server.url("postgres"), "postgres", null);
        reader = Link.open(new Profile("log", Environment.DEVELOPMENT, superuser, null, TenancyDeclaration.none()));
    }

    @AfterAll
    static void close() {
        reader.close();
        link.close();
        server.close();
    }

    /** What the server has written since it started: every statement before the next is answered. */
    private static List<Entry> log() {
        String text = reader.read(
                SessionContext.nobody(),
                "read the log",
                session -> session.value(
                        Sql.of("SELECT pg_read_file(current_setting('data_directory') || '/../server.log')")));
        List<Entry> entries = new ArrayList<>();
        Matcher matcher = ENTRY.matcher(text);
        while (matcher.find()) {
            entries.add(new Entry(matcher.group(1), matcher.group(2)));
        }
        return entries;
    }

    private static List<Entry> readAsBypass(Runnable reading) {
        int before = log().size();
        reading.run();
        List<Entry> all = log();
        return all.subList(before, all.size()).stream()
                .filter(Entry::isOfBypass)
                .filter(Entry::readsUserTables)
                .toList();
    }

    @Test
    void throughATenantsLensTheBypassRoleReadsControlsOnly() {
        List<Entry> read = readAsBypass(this::everythingATenantsLensCanDo);
        assertThat(read).as("comparing and explaining need controls").isNotEmpty();
        assertThat(read).filteredOn(entry -> !entry.isControl()).isEmpty();
    }

    @Test
    void whatTheGridShowsNeedsNoBypassAtAll() {
        assertThat(readAsBypass(this::everythingThatShowsRows)).isEmpty();
    }

    @Test
    void everyoneIsSeenInTheLog() {
        List<Entry> read = readAsBypass(() -> browser.page(new Lens.Everyone(), PageRequest.first(ORDERS, 5)));
        assertThat(read).hasSize(1).noneMatch(Entry::isControl);
    }

    private void everythingThatShowsRows() {
        PageRequest request = PageRequest.first(ORDERS, 5);
        RowPage page = browser.page(TENANT, request);
        browser.page(TENANT, request.from(new From.Last()));
        browser.page(TENANT, request.after(Objects.requireNonNull(page.next())));
        browser.page(TENANT, request.sortedBy(new Sort("id", true)));
        browser.page(TENANT, request.filteredBy(page.keys().getFirst()));
        browser.count(TENANT, request);
        browser.estimate(TENANT, request);
        browser.estimates(TENANT, List.of(ORDERS));
        for (Jump jump : Jump.of(inspection.snapshot(), ORDERS)) {
            jump.from(page.table().headings(), page.table().rows().getFirst(), 5)
                    .ifPresent(there -> browser.page(TENANT, there));
        }
        for (ExportFormat format : ExportFormat.values()) {
            Export.to(folder.resolve("orders"), format, browser, TENANT, request, rows -> {});
        }
        new QueryBox(link, inspection).run(TENANT, "select * from public.orders", 5);
    }

    private void everythingATenantsLensCanDo() {
        everythingThatShowsRows();
        PageRequest request = PageRequest.first(ORDERS, 5);
        browser.compare(TENANT, request);
        browser.compare(TENANT, request, Set.of(RowClass.LEAK));
        browser.compare(TENANT, request, Set.of(RowClass.OVER_HIDDEN));
        browser.classes(TENANT, request);
        browser.pair(TENANT, new Lens.Nobody(), request);
        new Why(link, inspection).explain(ORDERS, List.of(), TENANT, 3);
        new WhoSees(link, inspection)
                .of(ORDERS, browser.page(TENANT, request).keys().getFirst(), 5);
        new Plans(link, inspection).of(TENANT, request, true);
    }
}
