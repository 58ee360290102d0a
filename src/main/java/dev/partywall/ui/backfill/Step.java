package dev.partywall.ui.backfill;

import dev.partywall.ui.Texts;
import java.util.Locale;

/** The steps from rows without a tenant to a closed door. */
enum Step {
    FIND,
    DECIDE,
    PREVIEW,
    RUN,
    VERIFY;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return Texts.say("backfill.step." + key());
    }

    /** What the person does here, one sentence. */
    String sentence() {
        return Texts.say("backfill.step." + key() + ".text");
    }

    Step next() {
        return values()[Math.min(ordinal() + 1, values().length - 1)];
    }

    Step previous() {
        return values()[Math.max(ordinal() - 1, 0)];
    }
}
