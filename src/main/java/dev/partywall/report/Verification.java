package dev.partywall.report;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Advice;
import dev.partywall.advisor.Advisor;
import dev.partywall.advisor.Exceptions;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.scan.Scans;
import dev.partywall.connect.Cancellation;
import dev.partywall.connect.Link;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Side;
import dev.partywall.probe.ProbePlan;
import dev.partywall.probe.ProbeRun;
import dev.partywall.probe.Probes;
import dev.partywall.probe.Progress;
import dev.partywall.profile.Address;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One run: rules, scans and probes, put together into a report. */
public final class Verification {
    /** What a run can consist of. */
    public enum Part {
        ADVISE,
        PROBE;

        /** As reports write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Link link;
    private final Inspection inspection;
    private final Set<Part> parts;
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable ProbeRun probes;
    private final List<String> problems = new ArrayList<>();

    private Verification(Link link, Inspection inspection, Set<Part> parts) {
        this.link = link;
        this.inspection = inspection;
        this.parts = parts;
    }

    /**
     * Runs the parts. What cannot be run is named in the report and never ends the run.
     *
     * @throws java.util.concurrent.CancellationException when stopped
     */
    public static Report run(
            Link link,
            Inspection inspection,
            Set<Part> parts,
            ProbePlan plan,
            Cancellation cancellation,
            Progress progress) {
        Instant start = Instant.now();
        Verification verification = new Verification(link, inspection, parts);
        if (parts.contains(Part.ADVISE)) {
            verification.advise();
        }
        if (parts.contains(Part.PROBE)) {
            if (!link.hasBypass()) {
                verification.problems.add("Without a bypass role nothing the probes saw could be controlled.");
            }
            verification.probe(Probes.run(link, inspection, plan, cancellation, progress));
        }
        return verification.report(start);
    }

    private void probe(ProbeRun run) {
        probes = run;
        problems.addAll(run.problems());
    }

    private void advise() {
        add(new Advisor().advise(inspection));
        if (link.hasBypass()) {
            add(link.read(SessionContext.bypass(), "scan the data", session -> Scans.run(session, inspection)));
        }
        findings.sort(Advisor.WORST_FIRST);
    }

    private void add(Advice advice) {
        findings.addAll(advice.findings());
        advice.failures().forEach(failed -> problems.add(failed.reason()));
    }

    private Report report(Instant start) {
        Address address = link.address(Side.APP);
        Address.Host host = address.hosts().getFirst();
        Report.Place place = new Report.Place(host.name(), host.port(), address.database());
        return new Report(
                start,
                Instant.now(),
                place,
                inspection,
                parts,
                findings,
                Exceptions.NONE,
                probes == null ? List.of() : probes.verdicts(),
                problems,
                probes);
    }
}
