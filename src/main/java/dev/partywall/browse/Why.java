package dev.partywall.browse;

import dev.partywall.access.Access;
import dev.partywall.access.Inspection;
import dev.partywall.browse.Explanation.Answer;
import dev.partywall.browse.Explanation.PolicyTruth;
import dev.partywall.browse.Explanation.Term;
import dev.partywall.catalog.Command;
import dev.partywall.catalog.Policy;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Attestation;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Link;
import dev.partywall.connect.Session;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Side;
import dev.partywall.connect.Sql;
import dev.partywall.expression.Expression;
import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Explains, for rows the bypass role sees, why a lens shows them or not; and holds the answer against the server's. */
public final class Why {
    private static final List<Privilege> COMMANDS = List.of(Privilege.SELECT, Privilege.UPDATE, Privilege.DELETE);

    private final Link link;
    private final Inspection inspection;

    public Why(Link link, Inspection inspection) {
        this.link = link;
        this.inspection = inspection;
    }

    /**
     * Explains each row the conditions find; the first rows where there are no conditions.
     *
     * @param most rows to explain at most
     * @throws Failure when there is no such row, or the lens is the bypass role's own
     */
    public List<Explanation> explain(RelationName name, List<Filter> row, Lens lens, int most) {
        if (lens instanceof Lens.Everyone) {
            throw Failure.usage("The bypass role sees every row.", "Say through whom: --tenant T or --nobody.");
        }
        Relation relation = inspection
                .snapshot()
                .relation(name)
                .orElseThrow(() -> Failure.usage(
                        "There is no relation " + name + ".", "Refresh, or check the spelling and the schema."));
        SessionContext app = app(lens);
        List<SessionContext> contexts = List.of(app, evaluating(app));
        return link.compareAll(
                contexts, "explain rows of " + name, sessions -> explained(relation, row, lens, most, sessions));
    }

    /** Nobody's settings must be found never set, on both sides. */
    private SessionContext app(Lens lens) {
        return lens instanceof Lens.Nobody
                ? SessionContext.nobody(inspection.tenancy().settings().keySet())
                : inspection.tenancy().contextFor(lens);
    }

    private static SessionContext evaluating(SessionContext app) {
        return new SessionContext(Side.BYPASS, null, app.settings(), null, true);
    }

    private List<Explanation> explained(
            Relation relation, List<Filter> row, Lens lens, int most, List<Session> sessions) {
        PageRequest request = PageRequest.first(relation.name(), most).filteredBy(row);
        PageSql page = new PageSql(Source.whole(inspection, relation.name()), request);
        var found = sessions.getLast().table(page.statement(), most);
        if (found.rows().isEmpty() && !row.isEmpty()) {
            throw Failure.usage("There is no such row in " + relation.name() + ", for anybody.", "Check the values.");
        }
        List<Explanation> explanations = new ArrayList<>();
        PageRows rows = new PageRows(page, found);
        List<List<Filter>> keys = rows.keys();
        Looker looker =
                new Looker(lens, sessions.get(0), sessions.get(0).attestation(relation.name()), sessions.get(1));
        for (int i = 0; i < keys.size(); i++) {
            Sql where = where(relation, keys.get(i));
            explanations.add(explanation(relation, where, rows.rows().get(i), looker));
        }
        return explanations;
    }

    /** Who looks. */
    private record Looker(Lens lens, Session app, Attestation attestation, Session evaluator) {
        String role() {
            return attestation.currentUser();
        }
    }

    private Explanation explanation(Relation relation, Sql where, List<@Nullable String> values, Looker looker) {
        RowConditions conditions = new RowConditions(looker.app(), looker.evaluator(), relation, where);
        Map<Privilege, Access> bare = new LinkedHashMap<>();
        COMMANDS.forEach(command -> bare.put(command, inspection.access().of(looker.role(), relation.name(), command)));
        List<Policy> policies = relation.isTable()
                ? bare.values().stream()
                        .flatMap(access -> access.whenReading().policies().stream())
                        .distinct()
                        .toList()
                : List.of();
        ConditionParts parts = new ConditionParts(relation, conditions);
        conditions.prepare(policies.stream()
                .flatMap(policy -> asked(parts, policy).stream())
                .distinct()
                .toList());
        Map<Policy, PolicyTruth> known = new LinkedHashMap<>();
        List<Answer> answers = COMMANDS.stream()
                .map(command ->
                        answer(relation, command, Objects.requireNonNull(bare.get(command)), conditions, parts, known))
                .toList();
        return new Explanation(
                relation.name(),
                row(relation, values),
                looker.lens(),
                looker.role(),
                relation.owner(),
                relation.rowSecurity(),
                relation.forced(),
                Boolean.TRUE.equals(looker.attestation().rowSecurityActive()),
                answers,
                Remarks.of(policies, looker.role()),
                seen(looker.app(), relation, where));
    }

    private static Set<String> asked(ConditionParts parts, Policy policy) {
        Set<String> asked = new LinkedHashSet<>(List.of(condition(policy)));
        asked.addAll(parts.asked(Expression.parse(condition(policy))));
        return asked;
    }

    private static String condition(Policy policy) {
        return Objects.requireNonNullElse(policy.using(), "true");
    }

    /** The row again, by its key; on one snapshot its place will do as well. */
    private static Sql where(Relation relation, List<Filter> key) {
        if (key.isEmpty()) {
            throw Failure.incomplete(
                    relation.name() + " has no key by which a row could be found again.",
                    "Explain the row of a table behind it instead.");
        }
        return KeySql.of(relation, key);
    }

    private static List<Term> row(Relation relation, List<@Nullable String> values) {
        List<Term> row = new ArrayList<>();
        for (int i = 0; i < relation.columns().size(); i++) {
            row.add(new Term(
                    relation.columns().get(i).name(),
                    values.get(i),
                    relation.columns().get(i).type()));
        }
        return row;
    }

    private static Truth seen(Session app, Relation relation, Sql where) {
        Sql count =
                new Sql("SELECT count(*) > 0 FROM " + relation.name().sql() + " WHERE " + where.text(), where.values());
        try {
            return app.within(() -> Truth.of(app.value(count)));
        } catch (Failure refused) {
            return Truth.error(refused.sqlState());
        }
    }

    private static Answer answer(
            Relation relation,
            Privilege command,
            Access bare,
            RowConditions conditions,
            ConditionParts parts,
            Map<Policy, PolicyTruth> known) {
        Access access = bare.whenReading();
        List<PolicyTruth> truths = relation.isTable()
                ? access.policies().stream()
                        .map(policy -> known.computeIfAbsent(policy, each -> truth(each, command, conditions, parts)))
                        .toList()
                : List.of();
        Verdicts verdicts = new Verdicts(relation, command, access, bare.reading() != null, truths, conditions::truth);
        return new Answer(
                command,
                access.kind(),
                access.path(),
                truths,
                verdicts.allowed(),
                verdicts.decidedBy(),
                verdicts.decider().orElse(null));
    }

    /** Of a policy for ALL the list of the command that asks first is told. */
    private static PolicyTruth truth(Policy policy, Privilege command, RowConditions conditions, ConditionParts parts) {
        String condition = condition(policy);
        Expression parsed = Expression.parse(condition);
        Privilege list = policy.command() == Command.ALL
                ? command
                : Privilege.valueOf(policy.command().name());
        return new PolicyTruth(
                policy.name(),
                list,
                policy.permissive(),
                condition,
                conditions.truth(condition),
                ConditionParts.joined(parsed),
                parts.of(parsed),
                conditions.asBypass(condition));
    }
}
