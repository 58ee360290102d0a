package dev.partywall.ui.browse;

import dev.partywall.browse.PairedPage.SeenBy;
import dev.partywall.browse.RowClass;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Badge;
import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** What a comparison says of a row: told apart by icon and word, and only then by colour. */
record Mark(String word, String explanation, Ikon icon, String tone) {
    static Mark of(RowClass rowClass) {
        String key = "class." + rowClass.name().toLowerCase(Locale.ROOT);
        String word = Texts.say(key);
        String explanation = Texts.say(key + ".tip");
        return switch (rowClass) {
            case VISIBLE -> new Mark(word, explanation, Feather.EYE, "good");
            case HIDDEN_OTHER, HIDDEN_NO_TENANT -> new Mark(word, explanation, Feather.EYE_OFF, "plain");
            case LEAK -> new Mark(word, explanation, Feather.ALERT_OCTAGON, "bad");
            case OVER_HIDDEN -> new Mark(word, explanation, Feather.ALERT_TRIANGLE, "warn");
        };
    }

    /** Of two lenses that are not everyone, by the names people know them by. */
    static Mark of(SeenBy who, String first, String second) {
        return switch (who) {
            case BOTH ->
                new Mark(Texts.say("seen.both"), Texts.say("seen.both.tip", first, second), Feather.USERS, "warn");
            case FIRST -> only(first, "good");
            case SECOND -> only(second, "info");
        };
    }

    private static Mark only(String name, String tone) {
        return new Mark(Texts.say("seen.only", name), Texts.say("seen.only.tip", name), Feather.USER, tone);
    }

    Badge badge() {
        return new Badge(icon, word, tone).tip(explanation);
    }
}
