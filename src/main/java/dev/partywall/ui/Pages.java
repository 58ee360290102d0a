package dev.partywall.ui;

import dev.partywall.ui.activity.ActivityController;
import dev.partywall.ui.advisor.AdvisorController;
import dev.partywall.ui.backfill.BackfillController;
import dev.partywall.ui.browse.BrowseController;
import dev.partywall.ui.compare.CompareController;
import dev.partywall.ui.overview.OverviewController;
import dev.partywall.ui.policies.PoliciesController;
import dev.partywall.ui.probes.ProbesController;
import dev.partywall.ui.roles.RolesController;

/** The wiring: which class is which screen. */
final class Pages {
    private Pages() {}

    static Page of(Screen screen, Desk desk) {
        return switch (screen) {
            case OVERVIEW -> new OverviewController(desk);
            case BROWSE -> new BrowseController(desk);
            case POLICIES -> new PoliciesController(desk);
            case ROLES -> new RolesController(desk);
            case COMPARE -> new CompareController(desk);
            case ADVISOR -> new AdvisorController(desk);
            case PROBES -> new ProbesController(desk);
            case BACKFILL -> new BackfillController(desk);
            case ACTIVITY -> new ActivityController(desk);
        };
    }
}
