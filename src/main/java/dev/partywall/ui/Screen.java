package dev.partywall.ui;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The screens of an open database, in the order of the navigation. */
public enum Screen {
    OVERVIEW(Feather.HOME),
    BROWSE(Feather.GRID),
    POLICIES(Feather.SHIELD),
    ROLES(Feather.USERS),
    COMPARE(Feather.GIT_PULL_REQUEST),
    ADVISOR(Feather.CHECK_SQUARE),
    PROBES(Feather.CROSSHAIR),
    BACKFILL(Feather.TOOL),
    ACTIVITY(Feather.ACTIVITY);

    private final Ikon icon;

    Screen(Ikon icon) {
        this.icon = icon;
    }

    public Ikon icon() {
        return icon;
    }

    /** As FXML files and text keys spell it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return Texts.say("screen." + key());
    }
}
