package dev.partywall.cli;

import dev.partywall.access.Inspection;
import dev.partywall.connect.Link;
import dev.partywall.connect.SessionContext;
import dev.partywall.failure.Failure;
import dev.partywall.probe.ProbePlan;
import dev.partywall.profile.Environment;
import dev.partywall.profile.Profile;
import dev.partywall.tenancy.Tenant;
import dev.partywall.tenancy.TenantType;
import dev.partywall.tenancy.Tenants;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which tenants the probes take, and how far they may go. */
final class ProbeOptions {
    @ArgGroup
    @Nullable
    private Choice tenants;

    @Option(names = "--read-only-probes", description = "Leave out every attempt that writes.")
    boolean readOnly;

    @Option(
            names = "--write-probes",
            paramLabel = "NAME",
            description = "Let probes try writes on a profile marked production: its name, to be sure.")
    @Nullable
    String production;

    @Option(
            names = "--seed",
            description = "Put in rows of two made-up tenants, try, and roll all back; where the bypass role may become"
                    + " the app role.")
    boolean seed;

    @Option(
            names = "--beyond-transaction",
            description = "Also write to tables whose triggers act where no rollback reaches.")
    boolean beyond;

    @Option(
            names = "--budget",
            paramLabel = "SECONDS",
            description = "How long looking at one relation may take in one session; default 10.",
            defaultValue = "10")
    int budget = 10;

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "How many pairs of connections work at once: 1 to 3, default 2.",
            defaultValue = "2")
    int connections = 2;

    /** What the options ask for; a handful of tenants when they name none. */
    ProbePlan plan(Opened opened, Inspection inspection) {
        ProbePlan plan = ProbePlan.usual()
                .within(Duration.ofSeconds(Math.max(1, budget)))
                .on(connections);
        plan = beyond ? plan.alsoBeyondTransaction() : plan;
        plan = isReading(opened.link().profile()) ? plan.readingOnly() : plan;
        plan = seed ? plan.withSeed() : plan;
        return tenants == null ? plan : plan.withTenants(chosen(tenants, opened.link(), inspection));
    }

    private boolean isReading(Profile profile) {
        if (production != null && !production.equals(profile.name())) {
            throw Failure.usage(
                    "The profile is not called " + production + ".", "Give its name with --write-probes, to be sure.");
        }
        return readOnly || (profile.environment() == Environment.PRODUCTION && production == null);
    }

    private static List<String> chosen(Choice choice, Link link, Inspection inspection) {
        if (!choice.named.isEmpty()) {
            choice.named.forEach(
                    tenant -> TenantType.check(tenant, inspection.tenancy().tenantType()));
            return choice.named;
        }
        if (!link.hasBypass()) {
            throw Failure.usage("Without a bypass role the tenants cannot be listed.", "Name them with --tenants A,B.");
        }
        Tenants registry = new Tenants(inspection.snapshot(), inspection.tenancy());
        return link
                .read(
                        SessionContext.bypass(),
                        "choose tenants to probe with",
                        session -> choice.sample == null
                                ? registry.list(session, Integer.MAX_VALUE)
                                : registry.handful(session, choice.sample))
                .stream()
                .map(Tenant::id)
                .toList();
    }

    /** One way of choosing tenants; without any, a handful that matters is chosen. */
    static final class Choice {
        @Option(names = "--tenants", paramLabel = "A,B", split = ",", description = "These tenants.")
        List<String> named = List.of();

        @Option(names = "--sample", paramLabel = "N", description = "N tenants, chosen to matter.")
        @Nullable
        Integer sample;

        @Option(names = "--all-tenants", description = "Every tenant.")
        boolean all;
    }
}
