package dev.partywall.probe;

import dev.partywall.access.Inspection;
import dev.partywall.connect.Cancellation;
import dev.partywall.connect.Link;
import dev.partywall.probe.probes.CopyOut;
import dev.partywall.probe.probes.CountRows;
import dev.partywall.probe.probes.DeleteEverything;
import dev.partywall.probe.probes.DeleteForeign;
import dev.partywall.probe.probes.ForeignLock;
import dev.partywall.probe.probes.ForeignRead;
import dev.partywall.probe.probes.ForeignReadByKey;
import dev.partywall.probe.probes.InsertForeign;
import dev.partywall.probe.probes.InsertIgnored;
import dev.partywall.probe.probes.InsertShared;
import dev.partywall.probe.probes.MergeForeign;
import dev.partywall.probe.probes.PushOwn;
import dev.partywall.probe.probes.ReferenceForeign;
import dev.partywall.probe.probes.StealForeign;
import dev.partywall.probe.probes.TruncateRight;
import dev.partywall.probe.probes.UniqueCollision;
import dev.partywall.probe.probes.UpdateEverything;
import dev.partywall.probe.probes.UpsertForeign;
import dev.partywall.probe.probes.WeakerComparison;
import java.util.List;
import java.util.Optional;

/** The list of all probes, in the order in which they are tried and shown. A new probe is one line here. */
public final class Probes {
    private static final List<Probe> ALL = List.of(
            new ForeignRead(),
            new CountRows(),
            new ForeignReadByKey(),
            new CopyOut(),
            new WeakerComparison(),
            new ForeignLock(),
            new InsertForeign(),
            new InsertIgnored(),
            new InsertShared(),
            new UpsertForeign(),
            new ReferenceForeign(),
            new UniqueCollision(),
            new UpdateEverything(),
            new StealForeign(),
            new PushOwn(),
            new DeleteEverything(),
            new DeleteForeign(),
            new MergeForeign(),
            new TruncateRight());

    /** What can be judged by what was seen alone. */
    static final List<Probe> LOOKING = ALL.stream().filter(Probe::looksOnly).toList();

    private Probes() {}

    public static List<Probe> all() {
        return ALL;
    }

    public static Optional<Probe> named(String id) {
        return ALL.stream().filter(probe -> probe.id().equals(id)).findFirst();
    }

    /**
     * What a run would be. Reads the catalogue and the rights only.
     *
     * @throws dev.partywall.failure.Failure when the server cannot be reached
     */
    public static Estimate estimate(Link link, Inspection inspection, ProbePlan plan) {
        return Foresight.of(link, inspection, plan);
    }

    /**
     * Tries everything the plan asks for, on every relation the app role has a right on, and undoes it.
     *
     * @throws dev.partywall.failure.Failure when the server cannot be reached at all
     * @throws java.util.concurrent.CancellationException when stopped
     */
    public static ProbeRun run(
            Link link, Inspection inspection, ProbePlan plan, Cancellation cancellation, Progress progress) {
        return new Run(link.stoppedBy(cancellation), inspection, plan, cancellation, progress).complete();
    }
}
