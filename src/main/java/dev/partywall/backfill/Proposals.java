package dev.partywall.backfill;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Row;
import dev.partywall.connect.Session;
import dev.partywall.connect.Sql;
import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds out, by reading alone, what assignments would come to. */
final class Proposals {
    private static final int SAMPLES = 5;

    private final Inspection inspection;
    private final Session bypass;
    private final Map<RelationName, Assignment> planned;
    private final KnownTenants known;
    private final Mappings mappings = new Mappings();

    /** @param planned what other tables are to get, see {@link Answers} */
    Proposals(Inspection inspection, Session bypass, Map<RelationName, Assignment> planned) {
        this.inspection = inspection;
        this.bypass = bypass;
        this.planned = planned;
        this.known = KnownTenants.read(bypass, inspection.tenancy());
    }

    /** @throws Failure when the assignment makes no sense for this table */
    Proposal of(RelationName table, Assignment assignment) {
        Target target = Target.of(inspection, table);
        if (assignment instanceof Assignment.Fixed fixed && !known.contains(target, fixed.tenant())) {
            throw Failure.usage(
                    "'" + fixed.tenant() + "' is no tenant of this database.",
                    "Give a tenant that the registry knows, in the form of a "
                            + target.column().type() + ".");
        }
        if (assignment instanceof Assignment.Delete) {
            return deletion(target);
        }
        Sql answer = new Answers(inspection, planned, mappings).of(target.relation(), assignment, "t");
        return asked(assignment, () -> proposal(target, assignment, answer));
    }

    /** Every row that would be left, as they arrive; gives their number. */
    long undecided(RelationName table, Assignment assignment, Consumer<Undecided> each) {
        Target target = Target.of(inspection, table);
        Set<String> known = of(table, assignment).tenants().keySet();
        Sql answer = new Answers(inspection, planned, mappings).of(target.relation(), assignment, "t");
        Map<String, Sql> parts = new HashMap<>(parts(target, answer));
        parts.put("tenants", Sql.of("?::text[]", (Object) known.toArray(String[]::new)));
        List<String> columns = target.key().names();
        AtomicLong count = new AtomicLong();
        bypass.forEach(SqlTemplate.fill("undecided.sql", parts), 1_000, row -> {
            each.accept(undecided(row, columns));
            count.incrementAndGet();
        });
        return count.get();
    }

    private static Undecided undecided(Row row, List<String> columns) {
        Agreement told = Agreement.valueOf(row.get(1));
        List<String> key =
                IntStream.range(0, columns.size()).mapToObj(i -> row.get(4 + i)).toList();
        List<String> tenants = row.text(3) == null ? List.of() : BatchPart.texts(row.get(3));
        return new Undecided(told == Agreement.ASSIGNABLE ? Agreement.UNKNOWN_TENANT : told, columns, key, tenants);
    }

    private Proposal deletion(Target target) {
        long rows = Counts.perTenant(bypass, target).getOrDefault(null, 0L);
        Map<Agreement, Long> counts = rows == 0 ? Map.of() : Map.of(Agreement.DELETABLE, rows);
        return new Proposal(target.name(), new Assignment.Delete(), counts, Map.of(), List.of());
    }

    /** What each way that suggests itself would come to: all parents together, each alone, children; best first. */
    List<Proposal> suggested(RelationName table) {
        Target target = Target.of(inspection, table);
        Hops hops = new Hops(inspection);
        List<Assignment> ways = new ArrayList<>();
        List<Hops.Hop> parents = hops.from(target.relation());
        if (!parents.isEmpty()) {
            ways.add(new Assignment.Parent(null));
        }
        if (parents.size() > 1) {
            parents.forEach(hop -> ways.add(new Assignment.Parent(hop.key().name())));
        }
        hops.to(target.relation())
                .forEach(hop -> ways.add(new Assignment.Children(
                        hop.child().name().name() + "." + hop.key().name())));
        return ways.stream()
                .map(way -> of(table, way))
                .sorted(java.util.Comparator.comparingLong(Proposal::left))
                .toList();
    }

    /** The digest of the mapping file, where the assignment uses one. */
    @Nullable
    String mappingDigest(Target target, Assignment assignment) {
        return assignment instanceof Assignment.Listed listed
                ? mappings.of(target.relation(), listed).digest()
                : null;
    }

    private Proposal asked(Assignment assignment, java.util.function.Supplier<Proposal> asking) {
        if (!(assignment instanceof Assignment.Computed computed)) {
            return asking.get();
        }
        try {
            return bypass.within(asking);
        } catch (Failure refused) {
            if (refused.sqlState() == null || !refused.sqlState().startsWith("42")) {
                throw refused;
            }
            throw Failure.usage(
                    "The expression " + computed.sql() + " cannot be used: " + refused.getMessage(),
                    "Write an expression over the columns of the table, in parentheses if it is a SELECT.");
        }
    }

    private record Tally(Agreement agreement, @Nullable String tenant, long rows) {}

    private Proposal proposal(Target target, Assignment assignment, Sql answer) {
        Map<Agreement, Long> counts = new EnumMap<>(Agreement.class);
        Map<String, Long> tenants = new TreeMap<>();
        List<Proposal.Sample> samples = new ArrayList<>();
        for (Tally tally : bypass.list(statement("tally.sql", target, answer), Proposals::tally)) {
            Agreement agreement = judged(target, tally.agreement(), tally.tenant());
            counts.merge(agreement, tally.rows(), Long::sum);
            if (agreement == Agreement.ASSIGNABLE && tally.tenant() != null) {
                tenants.merge(tally.tenant(), tally.rows(), Long::sum);
            }
        }
        counts.keySet().forEach(agreement -> samples.addAll(samples(target, answer, agreement)));
        return new Proposal(target.name(), assignment, counts, tenants, samples);
    }

    private Agreement judged(Target target, Agreement told, @Nullable String tenant) {
        boolean unknown = told == Agreement.ASSIGNABLE && tenant != null && !known.contains(target, tenant);
        return unknown ? Agreement.UNKNOWN_TENANT : told;
    }

    private static Tally tally(Row row) {
        return new Tally(Agreement.valueOf(row.get(1)), row.text(2), row.number(3));
    }

    private static Sql statement(String file, Target target, Sql answer) {
        return SqlTemplate.fill(file, parts(target, answer));
    }

    private static Map<String, Sql> parts(Target target, Sql answer) {
        return Map.of(
                "table", target.table(),
                "column", target.quotedColumn(),
                "answer", answer,
                "named", target.key().named("t"),
                "keys", target.key().texts("s"));
    }

    /** Unknown tenants are told apart here, not by the server, so their samples are looked for among the others. */
    private List<Proposal.Sample> samples(Target target, Sql answer, Agreement agreement) {
        Agreement told = agreement == Agreement.UNKNOWN_TENANT ? Agreement.ASSIGNABLE : agreement;
        Sql statement = statement("samples.sql", target, answer);
        List<@Nullable Object> values = new ArrayList<>(statement.values());
        values.add(told.name());
        int size = target.key().size();
        List<Proposal.Sample> found = new ArrayList<>();
        bypass.list(new Sql(statement.text(), values), row -> sample(row, size, told)).stream()
                .map(sample -> new Proposal.Sample(
                        judged(target, sample.agreement(), sample.tenant()),
                        sample.key(),
                        sample.tenant(),
                        sample.other()))
                .filter(sample -> sample.agreement() == agreement)
                .limit(SAMPLES)
                .forEach(found::add);
        return found;
    }

    private static Proposal.Sample sample(Row row, int size, Agreement agreement) {
        List<String> key = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            key.add(row.get(i));
        }
        String tenant = row.text(size + 1);
        String other = row.text(size + 2);
        return new Proposal.Sample(agreement, key, tenant, java.util.Objects.equals(tenant, other) ? null : other);
    }
}
