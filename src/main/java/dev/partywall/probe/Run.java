package dev.partywall.probe;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.connect.Cancellation;
import dev.partywall.connect.Link;
import dev.partywall.probe.ProbeContext.Kind;
import dev.partywall.profile.TenancyDeclaration.UnsetMeans;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** One run over all relations and sessions. */
final class Run {
    private static final Set<Kind> OPEN = Set.of(Kind.UNSET, Kind.EMPTY);

    private static final Comparator<Verdict> ORDER = Comparator.comparing(
                    (Verdict verdict) -> String.valueOf(verdict.object().schema()))
            .thenComparing(verdict -> verdict.object().name())
            .thenComparingInt(verdict -> place(verdict.probe()))
            .thenComparing(verdict -> verdict.context().kind())
            .thenComparing(verdict -> String.valueOf(verdict.context().tenant()));

    private static int place(String probe) {
        return Probes.named(probe).map(Probes.all()::indexOf).orElse(-1);
    }

    private final Link link;
    private final Inspection inspection;
    private final ProbePlan plan;
    private final Cancellation cancellation;
    private final Progress progress;
    private final List<Verdict> verdicts = new ArrayList<>();

    Run(Link link, Inspection inspection, ProbePlan plan, Cancellation cancellation, Progress progress) {
        this.link = link;
        this.inspection = inspection;
        this.plan = plan;
        this.cancellation = cancellation;
        this.progress = progress;
    }

    List<Verdict> verdicts() {
        Survey survey = Survey.of(link, inspection, plan);
        Cast cast = Cast.of(link, inspection, plan, survey.owners());
        List<String> tenants = cast.tenants();
        survey.unjudged().forEach(this::unjudged);
        Casting casting = new Casting(inspection, cast.known());
        asTenants(casting, tenants, survey.grounds());
        progress.at(tenants.size(), tenants.size() + 1, "without a tenant");
        asNobody(casting, tenants, survey.grounds());
        progress.at(tenants.size() + 1, tenants.size() + 1, "done");
        verdicts.sort(ORDER);
        return List.copyOf(verdicts);
    }

    private void asTenants(Casting casting, List<String> tenants, List<Ground> grounds) {
        for (int i = 0; i < tenants.size(); i++) {
            cancellation.check();
            progress.at(i, tenants.size() + 1, "as " + tenants.get(i));
            new TenantRun(link, plan, casting, tenants, verdicts::add)
                    .as(casting.tenant(tenants.get(i), i == 0), grounds);
        }
    }

    /** Where a session without a tenant is declared to see everything, only those are tried that do set something. */
    private void asNobody(Casting casting, List<String> tenants, List<Ground> grounds) {
        NobodyRun run = new NobodyRun(link, plan, casting, tenants, verdicts::add);
        boolean declared = inspection.tenancy().unsetMeans() == UnsetMeans.EVERYTHING;
        List<Actor> actors = new ArrayList<>();
        if (!casting.appIsTenant()) {
            actors.add(casting.unset());
        }
        actors.addAll(casting.nobodies());
        if (declared) {
            actors.removeIf(actor -> OPEN.contains(actor.context().kind()));
            grounds.forEach(this::open);
        }
        run.as(actors, grounds);
        run.guess(grounds);
    }

    private void open(Ground ground) {
        verdicts.add(notRun(
                ground.target().object(),
                new ProbeContext(Kind.UNSET, null),
                "It is declared that a session without a tenant sees everything, so this is not judged."));
    }

    private void unjudged(Survey.Unjudged one) {
        verdicts.add(notRun(ObjectRef.of(one.relation()), new ProbeContext(Kind.TENANT, null), one.why()));
    }

    private static Verdict notRun(ObjectRef object, ProbeContext context, String why) {
        return new Verdict("foreign-read", "SELECT", object, context, null, Outcome.NOT_RUN, 0, null, why, "");
    }
}
