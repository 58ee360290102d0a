package dev.partywall.advisor.scan;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Advice;
import dev.partywall.advisor.Advisor;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.connect.Session;
import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The list of all scans, and how they are run. A new scan is one line here. */
public final class Scans {
    private static final List<Scan> ALL = List.of(
            new RowsWithoutTenant(),
            new TenantsNotRegistered(),
            new TenantsWithoutRows(),
            new RowsOfAnothersParent(),
            new CascadesToOtherTenants());

    private Scans() {}

    public static List<Scan> all() {
        return ALL;
    }

    public static Optional<Scan> named(String id) {
        return ALL.stream().filter(scan -> scan.id().equals(id)).findFirst();
    }

    /** Every scan, sampled. Cancelling the link the session belongs to ends it with a cancellation. */
    public static Advice run(Session bypass, Inspection inspection) {
        return run(bypass, inspection, Scan.Depth.SAMPLED, about -> {});
    }

    /**
     * Every scan. A table that cannot be read is named among the failures and does not end the run.
     *
     * @param progress told what is looked at next, one short sentence
     */
    public static Advice run(Session bypass, Inspection inspection, Scan.Depth depth, Consumer<String> progress) {
        Landscape landscape = Landscape.of(inspection);
        List<Finding> findings = new ArrayList<>();
        List<Advice.Failed> failures = new ArrayList<>();
        for (Scan scan : ALL) {
            for (Scan.Look look : scan.looks(landscape, depth)) {
                progress.accept(look.about());
                try {
                    findings.addAll(bypass.within(() -> look.look(bypass)));
                } catch (Failure refused) {
                    failures.add(new Advice.Failed(scan.id(), look.about() + ": " + refused.getMessage()));
                }
            }
        }
        findings.sort(Advisor.WORST_FIRST);
        return new Advice(findings, failures);
    }
}
