package dev.partywall.cli;

import dev.partywall.report.Verification;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code partywall advise}: rules and scans, nothing is tried. */
@Command(
        name = "advise",
        description = "Checks policies, grants, roles and data for holes; tries nothing.",
        mixinStandardHelpOptions = true)
final class AdviseCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Override
    public Integer call() {
        return new Verifying(database, new ProbeOptions(), report).run(EnumSet.of(Verification.Part.ADVISE));
    }
}
