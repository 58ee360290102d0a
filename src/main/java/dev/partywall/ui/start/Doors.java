package dev.partywall.ui.start;

import dev.partywall.profile.Profile;
import dev.partywall.ui.Progress;
import dev.partywall.ui.Trouble;
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

    /**
     * The saved profiles.
     *
     * @param damaged why some files could not be read; the others are there all the same
     */
    record Saved(List<Profile> profiles, List<Trouble> damaged) {}

    Saved saved();

    void save(Profile profile);

    void remove(Profile profile);

    /** Takes away the profile of the old name, and what lies beside it goes to the new one. */
    void rename(String before, String now);

    List<Check> doctor(Profile profile, Progress progress);

    /** Opens the database in this window. On the screen's thread. */
    void enter(Profile profile);
}
