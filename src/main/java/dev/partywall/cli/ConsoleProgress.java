package dev.partywall.cli;

import dev.partywall.probe.Estimate;
import dev.partywall.probe.Progress;
import java.io.PrintStream;
import java.time.Duration;

/** Tells on standard error how far a long run is, a line for each tenth; of a short one nothing. */
final class ConsoleProgress implements Progress {
    private static final Duration SHORT = Duration.ofSeconds(10);

    private final PrintStream out;
    private int tenths;

    private ConsoleProgress(PrintStream out) {
        this.out = out;
    }

    /** Tells what is ahead, if that is long. */
    static Progress of(Estimate estimate, PrintStream out) {
        if (estimate.about().compareTo(SHORT) < 0) {
            return Progress.silent();
        }
        out.printf(
                "About %,d attempts on %,d relations as %,d tenants: about %,d s.%n",
                estimate.attempts(),
                estimate.relations(),
                estimate.tenants(),
                estimate.about().toSeconds());
        return new ConsoleProgress(out);
    }

    @Override
    public void at(int done, int total, String what) {
        int now = total == 0 ? 10 : 10 * done / total;
        if (now > tenths) {
            tenths = now;
            out.printf("%d%%: %s%n", 10 * now, what);
        }
    }
}
