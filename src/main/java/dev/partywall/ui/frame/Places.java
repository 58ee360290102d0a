package dev.partywall.ui.frame;

import dev.partywall.access.Inspection;
import dev.partywall.ui.Texts;

/** Where we are, in one line. */
final class Places {
    private Places() {}

    static String of(Inspection found) {
        return Texts.say(
                "frame.place",
                found.snapshot().database(),
                found.snapshot().server().text());
    }
}
