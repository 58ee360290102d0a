package dev.partywall.probe;

import java.util.List;

/**
 * What one run of the probes showed.
 *
 * @param verdicts in a fixed order: by relation, probe, session and tenant
 * @param differentials by relation and tenant, for each tenant that looked
 * @param problems what could not be completed, a sentence each
 */
public record ProbeRun(Proof proof, List<Verdict> verdicts, List<Differential> differentials, List<String> problems) {
    public ProbeRun {
        verdicts = List.copyOf(verdicts);
        differentials = List.copyOf(differentials);
        problems = List.copyOf(problems);
    }
}
