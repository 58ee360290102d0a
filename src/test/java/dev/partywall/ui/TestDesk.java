package dev.partywall.ui;

import dev.partywall.profile.PasswordPrompt;
import dev.partywall.profile.Profile;
import dev.partywall.profile.ProfileStore;
import java.nio.file.Path;

/** A desk on a real database whose work is done at once, on the thread that asks. */
public final class TestDesk {
    private TestDesk() {}

    /** Opens it and reads the catalogue. */
    public static Desk open(Profile profile, Path folder) {
        House house = new House(new ProfileStore(folder.resolve("profiles")), PasswordPrompt.none(), entered -> {});
        Desk desk = house.desk(profile, Work.atOnce(), new Settings(), folder);
        desk.reread(() -> {});
        return desk;
    }
}
