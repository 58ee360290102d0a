package dev.partywall.browse.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partywall.access.Inspection;
import dev.partywall.browse.Browser;
import dev.partywall.browse.PageRequest;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Link;
import dev.partywall.connect.Session;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plans a page for a lens and for everyone. Where it is asked to measure it also runs the page, in the same READ ONLY
 * transactions, in turns, so that both find the same caches.
 */
public final class Plans {
    /** Rounds that are measured, after one that is not. */
    private static final int ROUNDS = 5;

    private final Link link;
    private final Inspection inspection;

    public Plans(Link link, Inspection inspection) {
        this.link = link;
        this.inspection = inspection;
    }

    /**
     * @param measure whether to run it, several times
     * @throws dev.partywall.failure.Failure where the lens may not read the relation
     */
    public ComparedPlans of(Lens lens, PageRequest request, boolean measure) {
        Sql statement = new Browser(link, inspection).statement(lens, request);
        SessionContext context = inspection.tenancy().contextFor(lens);
        String purpose = (measure ? "measure " : "plan ") + request.relation();
        if (lens instanceof Lens.Everyone || !link.hasBypass()) {
            return link.read(context, purpose, session -> compared(statement, request, session, null, measure));
        }
        return link.compare(context, purpose, (app, bypass) -> compared(statement, request, app, bypass, measure));
    }

    private ComparedPlans compared(
            Sql statement, PageRequest request, Session lens, @Nullable Session everyone, boolean measure) {
        List<Double> mine = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = 0; measure && round <= ROUNDS; round++) {
            double first = millis(lens, statement);
            double second = everyone == null ? 0 : millis(everyone, statement);
            if (round > 0) {
                mine.add(first);
                theirs.add(second);
            }
        }
        Plan ofLens = plan(lens, statement, request, measure, mine);
        Plan ofEveryone = everyone == null ? null : plan(everyone, statement, request, measure, theirs);
        return new ComparedPlans(statement.shown(), ofLens, ofEveryone, PlanRemarks.of(ofLens, ofEveryone));
    }

    /** Without the clock in each step, which costs more than the steps. */
    private static double millis(Session session, Sql statement) {
        JsonNode run = explained(session, "ANALYZE, TIMING off, FORMAT JSON", statement);
        return run.path("Execution Time").asDouble();
    }

    private Plan plan(Session session, Sql statement, PageRequest request, boolean measure, List<Double> millis) {
        JsonNode explained = explained(session, (measure ? "ANALYZE, " : "") + "VERBOSE, FORMAT JSON", statement);
        PlanReader reader = new PlanReader(new PolicyTexts(inspection.snapshot()));
        return new Plan(
                reader.node(explained.path("Plan")),
                millis.isEmpty() ? null : millis.stream().sorted().toList().get(millis.size() / 2),
                session.attestation(request.relation()));
    }

    private static JsonNode explained(Session session, String options, Sql statement) {
        return PlanReader.read(
                session.value(new Sql("EXPLAIN (" + options + ") " + statement.text(), statement.values())));
    }
}
