package dev.partywall.cli;

import dev.partywall.report.Verification;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code partywall verify}: what CI runs. */
@Command(
        name = "verify",
        description = "Advisor and probes in one report: what CI runs.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private ProbeOptions probes = new ProbeOptions();

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Override
    public Integer call() {
        return new Verifying(database, probes, report).run(EnumSet.allOf(Verification.Part.class));
    }
}
