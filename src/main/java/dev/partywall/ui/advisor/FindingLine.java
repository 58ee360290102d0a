package dev.partywall.ui.advisor;

import dev.partywall.advisor.Advice;
import dev.partywall.advisor.Baseline;
import dev.partywall.advisor.Exceptions.Accepted;
import dev.partywall.advisor.Family;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Rules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** A line of the list: a heading, a finding, a sentence when all is well, or a rule that could not run. */
sealed interface FindingLine {
    /** Over the findings of one family: what they let happen. */
    record Heading(Family family, int count) implements FindingLine {}

    record Of(Finding finding) implements FindingLine {}

    /** A family of which nothing was found. */
    record Clear(Family family) implements FindingLine {}

    /** Over what does not count. */
    record SuppressedHeading(int count) implements FindingLine {}

    record Suppressed(Accepted accepted) implements FindingLine {}

    /** Over the families of which nothing was found. */
    record ClearHeading() implements FindingLine {}

    record Broken(Advice.Failed failed) implements FindingLine {}

    /**
     * Broken rules before all; then findings under what they let happen, worst first; then what is suppressed; then a
     * sentence for each family that is clear, if everything was asked.
     *
     * @param shown which findings
     * @param clear the families of which it may be said that nothing was found
     */
    static List<FindingLine> of(
            Baseline.Sorted sorted, List<Advice.Failed> failures, Predicate<Finding> shown, Predicate<Family> clear) {
        List<FindingLine> lines = new ArrayList<>();
        failures.forEach(failed -> lines.add(new Broken(failed)));
        Arrays.stream(Family.values())
                .map(family -> sorted.open().stream()
                        .filter(shown)
                        .filter(finding -> Rules.familyOf(finding.id()) == family)
                        .toList())
                .filter(same -> !same.isEmpty())
                .sorted(Comparator.comparing(same -> same.getFirst().severity()))
                .forEach(same -> group(same, lines));
        suppressed(sorted.exceptions().accepted(), shown, lines);
        List<Family> well = Arrays.stream(Family.values()).filter(clear).toList();
        if (!well.isEmpty()) {
            lines.add(new ClearHeading());
            well.forEach(family -> lines.add(new Clear(family)));
        }
        return lines;
    }

    private static void group(List<Finding> same, List<FindingLine> lines) {
        lines.add(new Heading(Rules.familyOf(same.getFirst().id()), same.size()));
        same.forEach(finding -> lines.add(new Of(finding)));
    }

    private static void suppressed(List<Accepted> accepted, Predicate<Finding> shown, List<FindingLine> lines) {
        List<Accepted> those =
                accepted.stream().filter(each -> shown.test(each.finding())).toList();
        if (!those.isEmpty()) {
            lines.add(new SuppressedHeading(those.size()));
            those.forEach(each -> lines.add(new Suppressed(each)));
        }
    }
}
