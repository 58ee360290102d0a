package dev.partywall.ui.backfill;

import dev.partywall.backfill.Proposal;

/** What a person decided about the rows without a tenant of one table. */
sealed interface Decision {
    /** They get what the proposal says. */
    record Take(Proposal proposal) implements Decision {}

    /** They stay as they are. */
    record Leave() implements Decision {}
}
