package dev.partywall.cli;

import dev.partywall.access.Inspection;
import dev.partywall.browse.Explanation;
import dev.partywall.browse.Filter;
import dev.partywall.browse.Viewers;
import dev.partywall.browse.WhoSees;
import dev.partywall.browse.Why;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Lens;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code partywall why}: why a row is visible or hidden, policy by policy. */
@Command(
        name = "why",
        description = "Explains why a row is visible or hidden through a lens, and whether it may be changed.",
        mixinStandardHelpOptions = true)
final class WhyCommand implements Callable<Integer> {
    private static final int MOST = 20;
    private static final int MOST_TENANTS = 1_000;

    /** How explanations are written. */
    enum Format {
        TEXT,
        JSON
    }

    @Parameters(index = "0", paramLabel = "TABLE", description = "orders, shop.orders or \"Order\".")
    private String table = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "COL=VALUE", description = "Finds the row, by key say.")
    private List<String> row = List.of();

    @Mixin
    private LensOptions lens = new LensOptions();

    @Option(
            names = "--who",
            description = "For whom the row is visible: the server is asked as each tenant and as nobody.")
    private boolean who;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.", defaultValue = "text")
    private Format format = Format.TEXT;

    @Option(names = "--output", paramLabel = "FILE", description = "Where it goes; default standard output.")
    private @Nullable Path output;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Override
    public Integer call() {
        try (Opened opened = database.open()) {
            Inspection inspection = opened.inspect();
            Relation relation = new RelationNames(inspection.snapshot()).find(table);
            List<Filter> filters =
                    row.stream().map(text -> FilterText.parse(text, relation)).toList();
            if (who) {
                Viewers viewers = new WhoSees(opened.link(), inspection).of(relation.name(), filters, MOST_TENANTS);
                new Output(output).write(out -> new ViewersText(out).write(viewers, format == Format.JSON));
                return 0;
            }
            Lens through = opened.checked(lens.lens(), inspection);
            List<Explanation> explanations =
                    new Why(opened.link(), inspection).explain(relation.name(), filters, through, MOST);
            new Output(output).write(out -> {
                if (format == Format.TEXT) {
                    out.write(new WhyText().of(explanations));
                } else {
                    new WhyJson(out).write(explanations);
                }
            });
            return explanations.stream().allMatch(Explanation::agrees) ? 0 : 1;
        }
    }
}
