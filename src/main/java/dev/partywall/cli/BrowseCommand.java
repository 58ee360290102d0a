package dev.partywall.cli;

import dev.partywall.access.Inspection;
import dev.partywall.browse.Browser;
import dev.partywall.browse.ClassCounts;
import dev.partywall.browse.ComparedPage;
import dev.partywall.browse.Filter;
import dev.partywall.browse.PageRequest;
import dev.partywall.browse.PairedPage;
import dev.partywall.browse.RowClass;
import dev.partywall.browse.RowPage;
import dev.partywall.browse.Search;
import dev.partywall.browse.Sort;
import dev.partywall.browse.TextSearch;
import dev.partywall.browse.plan.Plans;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Lens;
import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code partywall browse}: rows as one tenant, as nobody, as everyone, or two of them compared. */
@Command(
        name = "browse",
        description = "Shows a table's rows exactly as a tenant sees them; cannot write.",
        mixinStandardHelpOptions = true)
final class BrowseCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "TABLE", description = "orders, shop.orders or \"Order\".")
    private String table = "";

    @Mixin
    private LensOptions lens = new LensOptions();

    @Option(names = "--compare", description = "With --tenant: all rows, each with what the tenant sees of it.")
    private boolean compare;

    @Option(
            names = "--only",
            paramLabel = "CLASS",
            split = ",",
            description =
                    "With --compare: only rows that are visible, hidden-other, hidden-no-tenant, leak, over-hidden.")
    private List<String> only = List.of();

    @Option(names = "--classes", description = "With --tenant: how many rows of the whole table are of each class.")
    private boolean classes;

    @Option(
            names = "--against",
            paramLabel = "T",
            description = "Rows that this tenant (or: nobody) sees as well, or instead.")
    private @Nullable String against;

    @Option(names = "--sort", paramLabel = "COL", description = "Sort by this column; default the key.")
    private @Nullable String sort;

    @Option(names = "--desc", description = "Sort downwards.")
    private boolean descending;

    @Option(
            names = "--filter",
            paramLabel = "COL=VALUE",
            description =
                    "Only these rows; may be given several times. Also COL!=, <, <=, >, >=, ~ (contains), ^= (starts with),"
                            + " @> (has).")
    private List<String> filters = List.of();

    @Option(names = "--null", paramLabel = "COL", description = "Only rows where this is NULL.")
    private List<String> nulls = List.of();

    @Option(names = "--not-null", paramLabel = "COL", description = "Only rows where this is not NULL.")
    private List<String> notNulls = List.of();

    @Option(
            names = "--search",
            paramLabel = "WORDS",
            description = "Full-text search, where the table has a tsvector column or an index for it.")
    private @Nullable String search;

    @Mixin
    private FromOptions from = new FromOptions();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Rows at most, default 100; 0 for all.",
            defaultValue = "100")
    private int limit = 100;

    @Option(names = "--count", description = "How many rows the lens sees, instead of the rows.")
    private boolean count;

    @Option(
            names = "--plan",
            description =
                    "How the server finds the rows, and what row security costs (runs it a few times), instead of the rows.")
    private boolean plan;

    @Option(names = "--show-sql", description = "Also says what the server was asked, on standard error.")
    private boolean showSql;

    @Mixin
    private RowOutput rows = new RowOutput();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Override
    public Integer call() {
        if (limit < 0) {
            throw Failure.usage("--limit " + limit + " is not a number of rows.", "Give 1 or more, or 0 for all.");
        }
        Lens asked = lens.lens();
        try (Opened opened = database.open()) {
            Inspection inspection = opened.inspect();
            Relation relation = new RelationNames(inspection.snapshot()).find(table);
            Lens through = opened.checked(asked, inspection);
            Browser browser = new Browser(opened.link(), inspection);
            PageRequest request = request(relation);
            if (plan) {
                rows.write(PlanText.of(new Plans(opened.link(), inspection).of(through, request, true)));
            } else if (against != null) {
                pair(browser, through, opened.checked(other(against), inspection), request);
            } else if (compare || classes) {
                compare(browser, through, request);
            } else {
                look(browser, through, request);
            }
        }
        return 0;
    }

    private PageRequest request(Relation relation) {
        List<Filter> all = new ArrayList<>();
        filters.forEach(text -> all.add(FilterText.parse(text, relation)));
        nulls.forEach(column -> all.add(new Filter(column, Filter.Operator.IS_NULL, null)));
        notNulls.forEach(column -> all.add(new Filter(column, Filter.Operator.IS_NOT_NULL, null)));
        return PageRequest.first(relation.name(), limit)
                .filteredBy(all)
                .searching(search == null ? null : new Search(searchable(relation), search))
                .sortedBy(
                        sort == null && !descending
                                ? null
                                : new Sort(sort == null ? firstColumn(relation) : sort, descending))
                .from(from.from());
    }

    private static TextSearch searchable(Relation relation) {
        return TextSearch.of(relation).stream()
                .findFirst()
                .orElseThrow(() -> Failure.usage(
                        relation.name() + " has no tsvector column and no index for full-text search.",
                        "Use --filter COLUMN~TEXT."));
    }

    private static String firstColumn(Relation relation) {
        return relation.primaryKey()
                .map(key -> key.columns().getFirst())
                .orElseGet(() -> relation.columns().getFirst().name());
    }

    private static Lens other(String named) {
        return named.equals("nobody") ? new Lens.Nobody() : new Lens.Tenant(named);
    }

    private void look(Browser browser, Lens through, PageRequest request) {
        if (showSql) {
            RowOutput.say(browser.statement(through, request).shown());
        }
        if (count) {
            rows.write(browser.count(through, request) + "\n");
        } else if (limit == 0) {
            rows.stream(browser, through, request);
        } else {
            RowPage page = browser.page(through, request);
            rows.write(page.table());
            RowOutput.tell(page.attestation(), page.table().rows().size() + " rows" + RowOutput.more(page.next()));
            RowOutput.say(page.caution());
        }
    }

    private void compare(Browser browser, Lens through, PageRequest request) {
        if (!(through instanceof Lens.Tenant tenant)) {
            throw Failure.usage("--compare needs a tenant to compare with.", "Add --tenant T.");
        }
        if (classes) {
            ClassCounts counts = browser.classes(tenant, request);
            rows.write(Arrays.stream(RowClass.values())
                    .map(each -> each.word() + " " + counts.of(each) + "\n")
                    .collect(Collectors.joining()));
            RowOutput.tell(counts.app(), "counted by class");
        } else if (limit == 0) {
            rows.write(writer -> RowOutput.tell(browser.streamCompared(tenant, request, wanted(), writer), "all rows"));
        } else {
            ComparedPage page = browser.compare(tenant, request, wanted());
            List<String> words = page.classes().stream().map(RowClass::word).toList();
            rows.write(RowOutput.marked(page.table(), words));
            List<String> all =
                    Arrays.stream(RowClass.values()).map(RowClass::word).toList();
            RowOutput.tell(page.app(), RowOutput.counted(words, all) + RowOutput.more(page.next()));
        }
    }

    private Set<RowClass> wanted() {
        Set<RowClass> wanted = EnumSet.noneOf(RowClass.class);
        for (String word : only) {
            wanted.add(Arrays.stream(RowClass.values())
                    .filter(each -> each.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> Failure.usage(
                            "'" + word + "' is no class of rows.",
                            "Give visible, hidden-other, hidden-no-tenant, leak or over-hidden.")));
        }
        return wanted;
    }

    private void pair(Browser browser, Lens first, Lens second, PageRequest request) {
        PairedPage page = browser.pair(first, second, limit == 0 ? request.limitedTo(1_000) : request);
        List<String> words = page.seenBy().stream()
                .map(who -> switch (who) {
                    case BOTH -> "both";
                    case FIRST -> name(first);
                    case SECOND -> name(second);
                })
                .toList();
        rows.write(RowOutput.marked(page.table(), words));
        List<String> all = List.of("both", name(first), name(second));
        RowOutput.tell(page.first(), RowOutput.counted(words, all) + RowOutput.more(page.next()));
        RowOutput.say(page.remark());
    }

    private static String name(Lens lens) {
        return lens instanceof Lens.Tenant tenant ? tenant.id() : "nobody";
    }
}
