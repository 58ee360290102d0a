package dev.partywall.ui.start;

import dev.partywall.profile.Profile;
import dev.partywall.ui.Progress;
import java.util.List;

/** The ways into a database. Every method but {@link #enter} takes its time and runs in the background. */
public interface Doors {
    /** One of the databases that come along. */
    record Sample(String name, String sentence) {}

    /** One line of the doctor. */
    record Check(boolean well, String text, String remedy) {}

    List<Sample> samples();

    /** Starts the embedded server if it does not run yet, and gives the sample's profile. */
    Profile demo(String sample, Progress progress);

    List<Profile> saved();

    void save(Profile profile);

    void remove(Profile profile);

    List<Check> doctor(Profile profile, Progress progress);

    /** Opens the database in this window. On the screen's thread. */
    void enter(Profile profile);
}
