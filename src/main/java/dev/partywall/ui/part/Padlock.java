package dev.partywall.ui.part;

import dev.partywall.catalog.Relation;
import dev.partywall.ui.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Whether row security stands on a relation, as an icon and in words. */
public final class Padlock {
    private Padlock() {}

    public static FontIcon of(Relation relation) {
        if (!relation.isTable()) {
            return Icons.of(Feather.EYE, "icon-plain");
        }
        if (!relation.rowSecurity()) {
            return Icons.of(Feather.UNLOCK, "icon-bad");
        }
        return Icons.of(Feather.LOCK, relation.forced() ? "icon-good" : "icon-warn");
    }

    public static String words(Relation relation) {
        if (!relation.isTable()) {
            return Texts.say("padlock.view");
        }
        if (!relation.rowSecurity()) {
            return Texts.say("padlock.open");
        }
        return Texts.say(relation.forced() ? "padlock.forced" : "padlock.enabled");
    }
}
