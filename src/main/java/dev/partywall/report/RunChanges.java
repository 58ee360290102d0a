package dev.partywall.report;

import dev.partywall.catalog.ObjectRef;
import dev.partywall.probe.Outcome;
import dev.partywall.probe.ProbeContext;
import dev.partywall.probe.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one run to the next.
 *
 * @param leaking attempts that leak now and did not before
 * @param mended attempts that leaked before and are tried without a leak now
 * @param other attempts whose verdict is another one
 * @param added attempts that were not made before
 * @param gone attempts that are not made any more
 */
public record RunChanges(
        List<Change> leaking, List<Change> mended, List<Change> other, List<Verdict> added, List<Verdict> gone) {

    /** One attempt with another verdict. */
    public record Change(Verdict before, Verdict now) {}

    /** What makes two attempts the same one. */
    private record Attempt(
            String probe,
            String command,
            ObjectRef object,
            ProbeContext context,
            @Nullable String against) {
        static Attempt of(Verdict verdict) {
            return new Attempt(
                    verdict.probe(), verdict.command(), verdict.object(), verdict.context(), verdict.against());
        }
    }

    public static RunChanges between(List<Verdict> before, List<Verdict> now) {
        RunChanges changes = new RunChanges(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<Attempt, Verdict> known = new LinkedHashMap<>();
        before.forEach(verdict -> known.put(Attempt.of(verdict), verdict));
        for (Verdict verdict : now) {
            Verdict then = known.remove(Attempt.of(verdict));
            if (then == null) {
                changes.added.add(verdict);
            } else if (then.outcome() != verdict.outcome()) {
                changes.kind(then, verdict).add(new Change(then, verdict));
            }
        }
        changes.gone.addAll(known.values());
        return changes;
    }

    private List<Change> kind(Verdict before, Verdict now) {
        if (now.outcome() == Outcome.LEAKED) {
            return leaking;
        }
        boolean proven = now.outcome() == Outcome.ISOLATED || now.outcome() == Outcome.BLOCKED;
        return before.outcome() == Outcome.LEAKED && proven ? mended : other;
    }

    /** Whether both runs came to the same. */
    public boolean isEmpty() {
        return leaking.isEmpty() && mended.isEmpty() && other.isEmpty() && added.isEmpty() && gone.isEmpty();
    }
}
