package dev.partywall.ui.compare;

import dev.partywall.access.Change;
import dev.partywall.ui.Texts;
import java.util.Locale;

/** Which changes are shown. */
enum Way {
    ALL,
    WIDER,
    NARROWER,
    DIFFERENT;

    boolean admits(Change change) {
        return this == ALL || change.direction().name().equals(name());
    }

    @Override
    public String toString() {
        return Texts.say("compare.way." + name().toLowerCase(Locale.ROOT));
    }
}
