package dev.partywall.advisor;

import dev.partywall.access.Inspection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts every rule to a database as it was found. */
public final class Advisor {
    /** Worst first, then by object and word, so that two runs over the same database read the same. */
    public static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity)
            .thenComparing(finding -> String.valueOf(finding.object().schema()))
            .thenComparing(finding -> String.valueOf(finding.object().table()))
            .thenComparing(finding -> finding.object().name())
            .thenComparing(Finding::id);

    private final List<Rule> rules;

    /** With every rule there is. */
    public Advisor() {
        this(Rules.all());
    }

    Advisor(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** One rule that breaks does not end the run: it is named among the failures. */
    public Advice advise(Inspection inspection) {
        List<Finding> findings = new ArrayList<>();
        List<Advice.Failed> failures = new ArrayList<>();
        for (Rule rule : rules) {
            try {
                findings.addAll(rule.check(inspection));
            } catch (RuntimeException e) {
                failures.add(new Advice.Failed(rule.id(), "The rule " + rule.id() + " could not run: " + e));
            }
        }
        findings.sort(WORST_FIRST);
        return new Advice(findings, failures);
    }
}
