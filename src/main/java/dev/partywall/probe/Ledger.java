package dev.partywall.probe;

import dev.partywall.catalog.ObjectRef;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What has been found out so far. May be used by several threads; the listener is never told two things at once. */
final class Ledger {
    /** Where two of our own sessions, or others, got in each other's way: worth another try alone. */
    private static final Set<String> BUSY = Set.of("55P03", "40P01", "40001");

    private final Progress progress;
    private final Map<Attempted, List<Verdict>> attempts = new IdentityHashMap<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<Differential> differentials = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> snapshots = new LinkedHashSet<>();
    private final Object listening = new Object();
    private int steps;
    private int done;

    /** One relation in one session. */
    record Attempted(Ground ground, Actor actor, Scene scene) {}

    Ledger(Progress progress) {
        this.progress = progress;
    }

    synchronized void expect(int more) {
        steps += more;
    }

    /** Told between transactions: the listener may take its time. */
    void step(String what) {
        int now;
        int all;
        synchronized (this) {
            all = steps;
            now = Math.min(done++, all);
        }
        synchronized (listening) {
            progress.at(now, all, what);
        }
    }

    void end() {
        synchronized (listening) {
            progress.at(steps, steps, "done");
        }
    }

    void add(Verdict verdict) {
        synchronized (this) {
            verdicts.add(verdict);
        }
        synchronized (listening) {
            progress.told(verdict);
        }
    }

    void add(Attempted attempted, List<Verdict> those) {
        synchronized (this) {
            attempts.put(attempted, List.copyOf(those));
        }
        synchronized (listening) {
            those.forEach(progress::told);
        }
    }

    /** What could not be done, one sentence. */
    synchronized void problem(String sentence) {
        problems.add(sentence);
    }

    synchronized List<String> problems() {
        return List.copyOf(problems);
    }

    /** Takes back what proved nothing, now that made-up rows proved something. */
    synchronized void supersede(Set<List<String>> proven) {
        attempts.replaceAll((one, those) -> those.stream()
                .filter(verdict -> verdict.outcome() != Outcome.VACUOUS || !proven.contains(what(verdict)))
                .toList());
    }

    /** What was tried on what, whoever tried. */
    static List<String> what(Verdict verdict) {
        return List.of(
                String.valueOf(verdict.object().schema()), verdict.object().name(), verdict.probe());
    }

    synchronized void add(Differential differential) {
        differentials.add(differential);
        snapshots.add(differential.snapshot());
    }

    /** What somebody's lock kept from being decided. */
    synchronized List<Attempted> busy() {
        return attempts.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(Ledger::isBusy))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isBusy(Verdict verdict) {
        return verdict.outcome() == Outcome.FAILED && BUSY.contains(String.valueOf(verdict.sqlState()));
    }

    /** Relations that show rows to sessions without a tenant, by what was tried so far. */
    synchronized Set<ObjectRef> shownToNobody() {
        return verdicts().stream()
                .filter(verdict -> verdict.outcome() == Outcome.LEAKED
                        && verdict.command().equals("SELECT")
                        && verdict.context().kind() != ProbeContext.Kind.TENANT)
                .map(Verdict::object)
                .collect(Collectors.toSet());
    }

    synchronized List<Verdict> verdicts() {
        List<Verdict> all = new ArrayList<>(verdicts);
        attempts.values().forEach(all::addAll);
        return all;
    }

    synchronized List<Differential> differentials() {
        return List.copyOf(differentials);
    }

    synchronized List<String> snapshots() {
        return List.copyOf(snapshots);
    }
}
