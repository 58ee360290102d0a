package dev.partywall.probe;

import dev.partywall.access.Inspection;
import dev.partywall.connect.Link;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Works out what a run will be. */
final class Foresight {
    /** On a server that is near, two pairs of connections, measured on the samples. */
    private static final Duration EACH = Duration.ofNanos(400_000);

    private Foresight() {}

    static Estimate of(Link link, Inspection inspection, ProbePlan plan) {
        Survey survey = Survey.of(link, inspection, plan);
        Cast cast = Cast.of(link, inspection, plan);
        Casting casting = new Casting(inspection, cast.known());
        List<Ground> grounds = survey.grounds();
        long probes = Probes.all().stream().filter(plan::includes).count();
        long looks = 5L
                + casting.nobodies().size()
                + Becoming.roles(inspection, casting).size();
        long attempts = grounds.size() * (cast.tenants().size() * probes + looks * Math.min(probes, 5));
        return new Estimate(
                grounds.size(), cast.tenants().size(), attempts, EACH.multipliedBy(attempts), remarks(survey, plan));
    }

    /** How many steps a run is told in: about, for what shows rows to everybody is not guessed at. */
    static int steps(Inspection inspection, Casting casting, int tenants, int relations) {
        int slices = Slices.count(relations);
        int nobody = (casting.appIsTenant() ? 0 : 1)
                + casting.nobodies().size()
                + (casting.settings().isEmpty() ? 0 : slices);
        int roles = Becoming.roles(inspection, casting).size() * (slices + 1);
        int ways = casting.byLogin() || casting.settings().isEmpty() ? 0 : 1;
        return slices * tenants + nobody + roles + ways;
    }

    private static List<String> remarks(Survey survey, ProbePlan plan) {
        List<String> remarks = new ArrayList<>();
        if (plan.readOnly()) {
            remarks.add("Nothing that writes is tried, not even to be rolled back.");
        }
        for (Ground ground : survey.grounds()) {
            Guards guards = ground.target().guarded();
            String name = ground.target().relation().name().sql();
            if (!plan.readOnly() && !plan.beyondTransaction() && guards.beyond().isPresent()) {
                remarks.add("Writing to " + name + " lets " + guards.beyond().get()
                        + " run, which may act where no rollback reaches: this is tried only when asked for.");
            }
        }
        survey.unjudged().forEach(one -> remarks.add(one.relation().name().sql() + " is not judged: " + one.why()));
        return remarks;
    }
}
