package dev.partywall.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.access.Inspection;
import dev.partywall.access.Inspector;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Link;
import dev.partywall.connect.SessionContext;
import dev.partywall.failure.Failure;
import dev.partywall.profile.Profile;
import dev.partywall.tenancy.Tenants;
import java.util.ArrayList;
import java.util.List;

/** Explains the rows of every table of a database through several lenses, and holds each answer against what the app connection sees. */
record WhyAgainstServer(long explained, long seen, long toldAsBypass, List<String> mismatches) {
    private static final int ROWS = Integer.getInteger("partywall.why.rows", 8);
    private static final int TENANTS = 2;

    static WhyAgainstServer on(Profile profile, String name) {
        return on(Link.open(profile), name);
    }

    /** Closes the link. */
    static WhyAgainstServer on(Link link, String name) {
        try (link) {
            Inspection inspection = Inspector.inspect(link);
            Why why = new Why(link, inspection);
            List<Explanation> all = new ArrayList<>();
            int refused = 0;
            for (Relation relation : inspection.snapshot().relations()) {
                if (relation.isTable()) {
                    for (Lens lens : lenses(link, inspection)) {
                        refused += explain(why, relation, lens, all);
                    }
                }
            }
            WhyAgainstServer tried = of(all);
            System.out.printf(
                    "why on %s: %d explanations, %d rows seen, %d told as bypass, %d mismatches, %d refused%n",
                    name,
                    tried.explained(),
                    tried.seen(),
                    tried.toldAsBypass(),
                    tried.mismatches().size(),
                    refused);
            return tried;
        }
    }

    /** 1 where the bypass role may not read the table, or the lens is not what it is meant to be: then nothing is said. */
    private static int explain(Why why, Relation relation, Lens lens, List<Explanation> all) {
        try {
            all.addAll(why.explain(relation.name(), List.of(), lens, ROWS));
            return 0;
        } catch (Failure said) {
            assertThat(said.getMessage()).containsAnyOf("may not do that", "so the rows are withheld");
            return 1;
        }
    }

    private static WhyAgainstServer of(List<Explanation> all) {
        return new WhyAgainstServer(
                all.size(),
                all.stream().filter(explanation -> explanation.seen().isTrue()).count(),
                all.stream()
                        .filter(explanation -> explanation.answers().stream()
                                .flatMap(answer -> answer.policies().stream())
                                .anyMatch(Explanation.PolicyTruth::asBypass))
                        .count(),
                all.stream()
                        .filter(explanation -> !explanation.agrees())
                        .map(Explanation::toString)
                        .toList());
    }

    private static List<Lens> lenses(Link link, Inspection inspection) {
        List<Lens> lenses = new ArrayList<>(List.of(new Lens.Nobody()));
        link.read(
                        SessionContext.bypass(),
                        "tenants",
                        session -> new Tenants(inspection.snapshot(), inspection.tenancy()).list(session, TENANTS))
                .forEach(tenant -> lenses.add(new Lens.Tenant(tenant.id())));
        return lenses;
    }
}
