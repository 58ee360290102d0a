package dev.partywall.cli;

import dev.partywall.advisor.Page;
import dev.partywall.failure.Failure;
import dev.partywall.probe.Probe;
import dev.partywall.probe.Probes;

/** The pages of everything that bears an id in a report. */
final class Pages {
    private Pages() {}

    /** @throws Failure when nothing bears the id */
    static String of(String id) {
        return Page.of(id)
                .map(Page::markdown)
                .or(() -> Probes.named(id).map(Probe::page))
                .orElseThrow(() -> Failure.usage(
                        "Nothing is called '" + id + "'.", "Give an id as reports print it, rls-disabled say."));
    }
}
