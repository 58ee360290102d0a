package dev.partywall.cli;

import dev.partywall.report.Verification;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code partywall probe}: what one tenant can do to another, tried and undone. */
@Command(
        name = "probe",
        description = "Tries as one tenant to reach another's rows, undoes everything, and says what came of it.",
        mixinStandardHelpOptions = true)
final class ProbeCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private ProbeOptions probes = new ProbeOptions();

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Override
    public Integer call() {
        return new Verifying(database, probes, report).run(EnumSet.of(Verification.Part.PROBE));
    }
}
