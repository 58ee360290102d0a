package dev.partywall.probe;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a run showed, in the forms that tests ask for. */
public record Verdictbook(List<Verdict> verdicts) {
    public Verdictbook of(String probe) {
        return new Verdictbook(verdicts.stream()
                .filter(verdict -> verdict.probe().equals(probe))
                .toList());
    }

    public Verdictbook on(String relation) {
        return new Verdictbook(verdicts.stream()
                .filter(verdict -> verdict.object().name().equals(relation))
                .toList());
    }

    public Verdictbook in(ProbeContext.Kind kind) {
        return new Verdictbook(verdicts.stream()
                .filter(verdict -> verdict.context().equals(new ProbeContext(kind, null)))
                .toList());
    }

    public Verdictbook as(String tenant) {
        return new Verdictbook(verdicts.stream()
                .filter(verdict -> verdict.context().equals(new ProbeContext(ProbeContext.Kind.TENANT, tenant)))
                .toList());
    }

    public Verdictbook by(ProbeContext.Way way) {
        return new Verdictbook(verdicts.stream()
                .filter(verdict -> verdict.context().way() == way)
                .toList());
    }

    public Verdictbook become(String role) {
        return new Verdictbook(verdicts.stream()
                .filter(verdict -> role.equals(verdict.context().role()))
                .toList());
    }

    public Set<Outcome> outcomes() {
        return verdicts.stream().map(Verdict::outcome).collect(Collectors.toSet());
    }

    /** The probes that leaked. */
    public Set<String> leaking() {
        return verdicts.stream()
                .filter(verdict -> verdict.outcome() == Outcome.LEAKED)
                .map(Verdict::probe)
                .collect(Collectors.toSet());
    }

    /** The one verdict there is. */
    public Verdict only() {
        if (verdicts.size() != 1) {
            throw new AssertionError("one verdict expected: " + verdicts);
        }
        return verdicts.getFirst();
    }
}
