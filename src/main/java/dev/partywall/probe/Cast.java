package dev.partywall.probe;

import dev.partywall.access.Inspection;
import dev.partywall.connect.Link;
import dev.partywall.connect.Session;
import dev.partywall.connect.SessionContext;
import dev.partywall.failure.Failure;
import dev.partywall.tenancy.Tenancy;
import dev.partywall.tenancy.Tenant;
import dev.partywall.tenancy.Tenants;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The tenants of a run.
 *
 * @param tenants those to try as and against
 * @param known every tenant that is known of, so that none of them is taken for unknown
 */
record Cast(List<String> tenants, Set<String> known) {
    private static final int HANDFUL = 5;
    /** More tenants than these are not asked for. */
    private static final int MOST = 100_000;
    /** Where there is no registry, each costs a statement per table. */
    private static final int FEW = 200;

    static Cast of(Link link, Inspection inspection, ProbePlan plan) {
        Tenancy tenancy = inspection.tenancy();
        Set<String> known = new HashSet<>(plan.tenants());
        known.addAll(tenancy.systemTenants());
        if (!link.hasBypass()) {
            return new Cast(plan.tenants(), known);
        }
        Tenants tenants = new Tenants(inspection.snapshot(), tenancy);
        known.addAll(asked(link, bypass -> tenants.list(bypass, tenancy.registry() == null ? FEW : MOST)));
        if (!plan.tenants().isEmpty()) {
            return new Cast(plan.tenants(), known);
        }
        int count = HANDFUL + tenancy.systemTenants().size();
        List<String> pool = asked(link, bypass -> tenants.handful(bypass, count));
        known.addAll(pool);
        return new Cast(playable(pool.stream(), tenancy).limit(HANDFUL).toList(), known);
    }

    /** None where a table that cannot be read keeps them from being listed. */
    private static List<String> asked(Link link, Function<Session, List<Tenant>> question) {
        try {
            return link.read(SessionContext.bypass(), "probe: tenants", question).stream()
                    .map(Tenant::id)
                    .toList();
        } catch (Failure unreadable) {
            return List.of();
        }
    }

    /** Where each tenant has a login or a value of its own, only those can be played. */
    private static Stream<String> playable(Stream<String> pool, Tenancy tenancy) {
        for (Map<String, String> own : List.of(tenancy.loginRoles(), tenancy.settingValues())) {
            if (!own.isEmpty()) {
                List<String> chosen = pool.filter(own::containsKey).toList();
                return Stream.concat(chosen.stream(), own.keySet().stream().sorted())
                        .distinct();
            }
        }
        return pool.filter(tenant -> !tenancy.systemTenants().contains(tenant));
    }
}
