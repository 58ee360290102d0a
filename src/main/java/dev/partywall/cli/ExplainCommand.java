package dev.partywall.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code partywall explain ID}: the page of a rule, a scan or a probe. */
@Command(
        name = "explain",
        description = "Prints the page of a rule or probe: what it means, how it is found, how to mend it.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ID", description = "The id a finding or verdict bears, rls-disabled say.")
    private String id = "";

    @Override
    public Integer call() {
        new Output(null).write(out -> out.write(Pages.of(id)));
        return 0;
    }
}
