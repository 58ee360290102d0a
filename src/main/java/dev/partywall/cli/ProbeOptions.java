package dev.partywall.cli;

import dev.partywall.access.Inspection;
import dev.partywall.connect.Link;
import dev.partywall.connect.SessionContext;
import dev.partywall.failure.Failure;
import dev.partywall.probe.ProbePlan;
import dev.partywall.profile.Environment;
import dev.partywall.tenancy.Tenant;
import dev.partywall.tenancy.TenantType;
import dev.partywall.tenancy.Tenants;
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

    /** What the options ask for; a handful of tenants when they name none. */
    ProbePlan plan(Opened opened, Inspection inspection) {
        boolean reading = readOnly || opened.link().profile().environment() == Environment.PRODUCTION;
        ProbePlan plan = reading ? ProbePlan.usual().readingOnly() : ProbePlan.usual();
        return tenants == null ? plan : plan.withTenants(chosen(tenants, opened.link(), inspection));
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
