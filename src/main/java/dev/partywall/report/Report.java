package dev.partywall.report;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Baseline;
import dev.partywall.advisor.Exceptions;
import dev.partywall.advisor.Family;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Rules;
import dev.partywall.connect.Link;
import dev.partywall.connect.Side;
import dev.partywall.probe.ProbeRun;
import dev.partywall.probe.Verdict;
import dev.partywall.profile.Address;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one run of Partywall found: the content of {@code partywall.report/1}.
 *
 * @param parts what the run consisted of: of what was not asked, nothing is said
 * @param findings those that count
 * @param exceptions findings that were accepted and do not count: listed, never silent
 * @param probes the run the verdicts come from, with its attestation; null where no probe ran
 * @param problems what could not be run, one sentence each; never mistaken for a finding nor for well
 */
public record Report(
        Instant startedAt,
        Instant finishedAt,
        Place place,
        Inspection inspection,
        Set<Verification.Part> parts,
        List<Finding> findings,
        Exceptions exceptions,
        List<Verdict> verdicts,
        List<String> problems,
        @Nullable ProbeRun probes) {

    /** One without what the probes tell beside their verdicts. */
    public Report(
            Instant startedAt,
            Instant finishedAt,
            Place place,
            Inspection inspection,
            Set<Verification.Part> parts,
            List<Finding> findings,
            Exceptions exceptions,
            List<Verdict> verdicts,
            List<String> problems) {
        this(startedAt, finishedAt, place, inspection, parts, findings, exceptions, verdicts, problems, null);
    }

    /** Where the database is, without anything secret. */
    public record Place(String host, int port, String database) {
        /** Where the app role is connected. */
        public static Place of(Link link) {
            Address address = link.address(Side.APP);
            Address.Host host = address.hosts().getFirst();
            return new Place(host.name(), host.port(), address.database());
        }
    }

    public Report {
        parts = Set.copyOf(parts);
        findings = List.copyOf(findings);
        verdicts = List.copyOf(verdicts);
        problems = List.copyOf(problems);
    }

    /**
     * Whether the advisor asked everything of this kind and found nothing, accepted or not: only then may it be said that
     * all is well.
     */
    public boolean isClear(Family family) {
        boolean asked = parts.contains(Verification.Part.ADVISE)
                && problems.isEmpty()
                && (family != Family.DATA || inspection.bypass() != null);
        return asked
                && findings.stream().noneMatch(finding -> Rules.familyOf(finding.id()) == family)
                && exceptions.accepted().stream()
                        .noneMatch(accepted -> Rules.familyOf(accepted.finding().id()) == family);
    }

    /** The same run, judged by what is accepted on that day. Verdicts are never accepted: a leak is a leak. */
    public Report judged(Baseline accepted, LocalDate today) {
        Baseline.Sorted sorted = accepted.sort(findings, today);
        return new Report(
                startedAt,
                finishedAt,
                place,
                inspection,
                parts,
                sorted.open(),
                sorted.exceptions(),
                verdicts,
                problems,
                probes);
    }
}
