package dev.partywall.cli;

import dev.partywall.access.Inspection;
import dev.partywall.browse.Browser;
import dev.partywall.browse.ComparedPage;
import dev.partywall.browse.CsvRows;
import dev.partywall.browse.Filter;
import dev.partywall.browse.JsonRows;
import dev.partywall.browse.PageRequest;
import dev.partywall.browse.Place;
import dev.partywall.browse.RowClass;
import dev.partywall.browse.RowWriter;
import dev.partywall.browse.Sort;
import dev.partywall.browse.TextRows;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Attestation;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Table;
import dev.partywall.connect.Table.Heading;
import dev.partywall.failure.Failure;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code partywall browse}: rows as one tenant, as nobody, as everyone, or both sides compared. */
@Command(
        name = "browse",
        description = "Shows a table's rows exactly as a tenant sees them; cannot write.",
        mixinStandardHelpOptions = true)
final class BrowseCommand implements Callable<Integer> {
    /** How rows are written. */
    enum Format {
        TEXT,
        CSV,
        JSON
    }

    @Parameters(index = "0", paramLabel = "TABLE", description = "orders, shop.orders or \"Order\".")
    private String table = "";

    @Mixin
    private LensOptions lens = new LensOptions();

    @Option(names = "--compare", description = "With --tenant: all rows, each with what the tenant sees of it.")
    private boolean compare;

    @Option(names = "--sort", paramLabel = "COL", description = "Sort by this column; default the key.")
    private @Nullable String sort;

    @Option(names = "--desc", description = "Sort downwards.")
    private boolean descending;

    @Option(names = "--filter", paramLabel = "COL=VALUE", description = "Only these rows; may be given several times.")
    private List<String> filters = List.of();

    @Option(
            names = "--after",
            paramLabel = "KEY",
            split = ",",
            description = "Go on after the row with this key, as the page before told.")
    private @Nullable List<String> after;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Rows at most, default 100; 0 for all.",
            defaultValue = "100")
    private int limit = 100;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text (default), csv or json.",
            defaultValue = "text")
    private Format format = Format.TEXT;

    @Option(names = "--output", paramLabel = "FILE", description = "Where the rows go; default standard output.")
    private @Nullable Path output;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Override
    public Integer call() {
        if (limit < 0) {
            throw Failure.usage("--limit " + limit + " is not a number of rows.", "Give 1 or more, or 0 for all.");
        }
        try (Opened opened = database.open()) {
            Inspection inspection = opened.inspect();
            Relation relation = new RelationNames(inspection.snapshot()).find(table);
            Lens through = opened.checked(lens.lens(), inspection);
            Browser browser = new Browser(opened.link(), inspection);
            if (compare) {
                compare(browser, through, request(relation));
            } else if (limit == 0) {
                stream(browser, through, request(relation));
            } else {
                page(browser, through, request(relation));
            }
        }
        return 0;
    }

    private PageRequest request(Relation relation) {
        PageRequest first = PageRequest.first(relation.name(), limit)
                .filteredBy(filters.stream().map(Filter::parse).toList())
                .sortedBy(
                        sort == null && !descending
                                ? null
                                : new Sort(sort == null ? firstColumn(relation) : sort, descending));
        return after == null ? first : first.after(new Place(new ArrayList<@Nullable String>(after)));
    }

    private static String firstColumn(Relation relation) {
        return relation.primaryKey()
                .map(key -> key.columns().getFirst())
                .orElseGet(() -> relation.columns().getFirst().name());
    }

    private void page(Browser browser, Lens through, PageRequest request) {
        var page = browser.page(through, request);
        write(page.table());
        tell(page.attestation(), page.table().rows().size() + " rows" + more(page.table(), page.next()));
    }

    private void stream(Browser browser, Lens through, PageRequest request) {
        new Output(output).write(out -> tell(browser.stream(through, request, writer(out)), "all rows"));
    }

    private void compare(Browser browser, Lens through, PageRequest request) {
        if (!(through instanceof Lens.Tenant tenant)) {
            throw Failure.usage("--compare needs a tenant to compare with.", "Add --tenant T.");
        }
        if (limit == 0) {
            new Output(output)
                    .write(out -> tell(browser.streamCompared(tenant, request, Set.of(), writer(out)), "all rows"));
            return;
        }
        ComparedPage page = browser.compare(tenant, request);
        write(withClasses(page));
        List<String> counts = Arrays.stream(RowClass.values())
                .filter(rowClass -> page.count(rowClass) > 0)
                .map(rowClass -> page.count(rowClass) + " " + rowClass.word())
                .toList();
        tell(page.app(), (counts.isEmpty() ? "no rows" : String.join(", ", counts)) + more(page.table(), page.next()));
    }

    private static Table withClasses(ComparedPage page) {
        List<Heading> headings = new ArrayList<>();
        headings.add(new Heading("(seen)", "text"));
        headings.addAll(page.table().headings());
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int i = 0; i < page.classes().size(); i++) {
            List<@Nullable String> row = new ArrayList<>();
            row.add(page.classes().get(i).word());
            row.addAll(page.table().rows().get(i));
            rows.add(row);
        }
        return new Table(headings, rows, page.table().more());
    }

    private void write(Table rows) {
        new Output(output).write(out -> {
            RowWriter writer = writer(out);
            writer.begin(rows.headings());
            for (List<@Nullable String> row : rows.rows()) {
                writer.row(row);
            }
            writer.end();
        });
    }

    private RowWriter writer(Writer out) throws IOException {
        return switch (format) {
            case TEXT -> new TextRows(out);
            case CSV -> new CsvRows(out);
            case JSON -> new JsonRows(out);
        };
    }

    private static String more(Table rows, @Nullable Place next) {
        if (!rows.more()) {
            return "";
        }
        return next == null ? ", and more" : ", and more: --after " + String.join(",", shown(next));
    }

    private static List<String> shown(Place place) {
        return place.values().stream().map(value -> value == null ? "" : value).toList();
    }

    /** Who looked, on standard error, so that the rows alone go where they are sent. */
    private static void tell(Attestation who, String what) {
        Boolean rowSecurity = who.rowSecurityActive();
        String settings = who.settings().entrySet().stream()
                .map(setting -> setting.getKey() + " = " + setting.getValue() + ", ")
                .collect(Collectors.joining());
        System.err.println("Ran as " + who.currentUser() + ", " + settings + "row security "
                + (Boolean.TRUE.equals(rowSecurity) ? "active" : "not active") + ", "
                + (who.transactionReadOnly() ? "read only" : "NOT READ ONLY") + ": " + what + ".");
    }
}
