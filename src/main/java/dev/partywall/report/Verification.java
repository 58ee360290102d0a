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
import dev.partywall.probe.ProbePlan;
import dev.partywall.probe.ProbeRun;
import dev.partywall.probe.Probes;
import dev.partywall.probe.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
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
        Advice rules = rules(inspection);
        Advice said = link.hasBypass() ? withScans(link, inspection, rules) : rules;
        findings.addAll(said.findings());
        said.failures().forEach(failed -> problems.add(failed.reason()));
    }

    /** What the rules say of the catalogue. */
    public static Advice rules(Inspection inspection) {
        return new Advisor().advise(inspection);
    }

    /** What the rules said, and what the scans say of the data; needs the bypass role. */
    public static Advice withScans(Link link, Inspection inspection, Advice rules) {
        Advice scans = link.read(SessionContext.bypass(), "scan the data", session -> Scans.run(session, inspection));
        return new Advice(
                Stream.concat(rules.findings().stream(), scans.findings().stream())
                        .sorted(Advisor.WORST_FIRST)
                        .toList(),
                Stream.concat(rules.failures().stream(), scans.failures().stream())
                        .toList());
    }

    private Report report(Instant start) {
        return new Report(
                start,
                Instant.now(),
                Report.Place.of(link),
                inspection,
                parts,
                findings,
                Exceptions.NONE,
                probes == null ? List.of() : probes.verdicts(),
                problems,
                probes);
    }
}
