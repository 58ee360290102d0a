package dev.partywall.cli;

import dev.partywall.probe.ProbePlan;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which tenants the probes take, and how far they may go. */
final class ProbeOptions {
    @ArgGroup
    @Nullable
    Tenants tenants;

    @Option(names = "--read-only-probes", description = "Leave out every attempt that writes.")
    boolean readOnly;

    /** What the options ask for; a handful of tenants when they name none. */
    ProbePlan plan() {
        ProbePlan plan = readOnly ? ProbePlan.usual().readingOnly() : ProbePlan.usual();
        return tenants == null ? plan : plan.withTenants(tenants.named);
    }

    /** One way of choosing tenants; without any, a handful that matters is chosen. */
    static final class Tenants {
        @Option(names = "--tenants", paramLabel = "A,B", split = ",", description = "These tenants.")
        List<String> named = List.of();

        @Option(names = "--sample", paramLabel = "N", description = "N tenants, chosen to matter.")
        @Nullable
        Integer sample;

        @Option(names = "--all-tenants", description = "Every tenant.")
        boolean all;
    }
}
