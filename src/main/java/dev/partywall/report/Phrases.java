package dev.partywall.report;

import dev.partywall.advisor.Acceptance;
import dev.partywall.advisor.Exceptions;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.probe.Outcome;
import dev.partywall.probe.ProbeContext;
import dev.partywall.probe.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The wording the report formats share. */
final class Phrases {
    private Phrases() {}

    /** {@code public.orders}, {@code public.orders / policy "p 1"}, {@code role shop_app}. */
    static String object(ObjectRef object) {
        String name = object.kind() == ObjectRef.Kind.FUNCTION ? object.name() : Identifiers.quote(object.name());
        String schema = object.schema() == null ? "" : Identifiers.quote(object.schema()) + ".";
        if (object.table() != null) {
            return schema + Identifiers.quote(object.table()) + " / "
                    + object.kind().word() + " " + name;
        }
        return object.schema() == null ? object.kind().word() + " " + name : schema + name;
    }

    /** {@code as acme against globex}, {@code with no tenant set}. */
    static String context(Verdict verdict) {
        ProbeContext context = verdict.context();
        String who = switch (context.kind()) {
            case TENANT -> "as " + context.tenant();
            case UNSET -> "with no tenant set";
            case EMPTY -> "with an empty tenant";
            case MALFORMED -> "with a malformed tenant";
            case UNKNOWN -> "with an unknown tenant";
        };
        String role = context.role() == null ? "" : " after SET ROLE " + context.role();
        String way = switch (context.way()) {
            case DIRECT -> "";
            case REUSED -> " on a connection used before";
            case POOLER -> " through the pooler";
        };
        String against = verdict.against() == null ? "" : " against " + verdict.against();
        return who + role + way + against;
    }

    /** {@code 2 critical, 1 low}, or {@code none}. */
    static String findings(Summary summary) {
        String counts = Arrays.stream(Severity.values())
                .filter(severity -> summary.count(severity) > 0)
                .map(severity -> summary.count(severity) + " " + severity.word())
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "none" : counts;
    }

    /** {@code 120 isolated, 3 leaked}, or {@code none}. */
    static String verdicts(Summary summary) {
        String counts = Arrays.stream(Outcome.values())
                .filter(outcome -> summary.count(outcome) > 0)
                .map(outcome -> summary.count(outcome) + " " + outcome.word())
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "none" : counts;
    }

    /** What the exit code means, in one sentence. */
    static String outcome(Report report, Summary summary, Severity failOn) {
        return switch (summary.exit()) {
            case 0 -> "Nothing leaked, and nothing at " + failOn.word() + " or above was found.";
            case 1 ->
                summary.count(Outcome.LEAKED) > 0
                        ? "One tenant reaches another's data."
                        : "Findings at " + failOn.word() + " or above.";
            default -> "Not completed: " + incomplete(report, summary) + ".";
        };
    }

    private static String incomplete(Report report, Summary summary) {
        return report.problems().isEmpty()
                ? summary.count(Outcome.FAILED) + " attempts failed"
                : report.problems().size() + " checks could not be run";
    }

    /** Leaks and failures by what was tried on which object: one in full, the others counted. */
    static Collection<List<Verdict>> worthTelling(Report report) {
        Map<List<Object>, List<Verdict>> groups = new LinkedHashMap<>();
        report.verdicts().stream()
                .filter(verdict -> verdict.outcome() == Outcome.LEAKED || verdict.outcome() == Outcome.FAILED)
                .forEach(verdict -> groups.computeIfAbsent(
                                List.of(verdict.outcome(), verdict.command(), verdict.object()),
                                key -> new ArrayList<>())
                        .add(verdict));
        return groups.values();
    }

    /** What is no longer right in the files that accept findings, one sentence each. */
    static List<String> remarks(Exceptions exceptions) {
        List<String> remarks = new ArrayList<>();
        exceptions.expired().forEach(gone -> remarks.add("Expired, counts again: " + entry(gone)));
        exceptions
                .outgrown()
                .forEach(gone -> remarks.add("Worse than what was accepted, counts again: " + entry(gone)));
        exceptions.stale().forEach(gone -> remarks.add("Stale, no longer found: " + entry(gone)));
        return remarks;
    }

    private static String entry(Acceptance acceptance) {
        return acceptance.id() + " on " + acceptance.object() + " (" + acceptance.fingerprint() + "), "
                + acceptance.words() + ".";
    }

    /** With a capital letter and a full stop. */
    static String sentence(String words) {
        String end = words.matches("(?s).*[.!?]") ? "" : ".";
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + end;
    }

    static String capitals(Severity severity) {
        return severity.word().toUpperCase(Locale.ROOT);
    }
}
