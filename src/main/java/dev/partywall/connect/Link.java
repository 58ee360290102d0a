package dev.partywall.connect;

import dev.partywall.profile.Profile;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The open connections of one profile: a small pool as the app role and, if the profile has one, a small pool as the
 * bypass role. Sessions are lent to a function and never outlive it.
 */
public final class Link implements AutoCloseable {
    private final Profile profile;

    private Link(Profile profile) {
        this.profile = profile;
    }

    /**
     * Makes the pools; the first connection is opened by the first use.
     *
     * @throws dev.partywall.failure.Failure when the profile's addresses make no sense
     */
    public static Link open(Profile profile) {
        return new Link(profile);
    }

    public Profile profile() {
        return profile;
    }

    public boolean hasBypass() {
        return profile.bypass() != null;
    }

    /** The same connections; statements of its sessions end when {@code cancellation} is cancelled. */
    public Link stoppedBy(Cancellation cancellation) {
        throw new IllegalStateException("not yet");
    }

    /** One read. The purpose is written to the activity log. */
    public <T> T read(SessionContext context, String purpose, Function<Session, T> reading) {
        throw new IllegalStateException("not yet");
    }

    /** Both sides on one exported snapshot: app first, bypass second. */
    public <T> T compare(SessionContext app, String purpose, BiFunction<Session, Session, T> reading) {
        throw new IllegalStateException("not yet");
    }

    /** Several app contexts and the bypass side, all on one exported snapshot: contexts in order, bypass last. */
    public <T> T compareAll(List<SessionContext> contexts, String purpose, Function<List<Session>, T> reading) {
        throw new IllegalStateException("not yet");
    }

    /** Attempts that are always rolled back. */
    public <T> T probe(SessionContext context, String purpose, Function<ProbeSession, T> probing) {
        throw new IllegalStateException("not yet");
    }

    /** Back-fill's own connection, as the bypass role. */
    public <T> T write(String purpose, Function<WriteSession, T> writing) {
        throw new IllegalStateException("not yet");
    }

    /** Everything done from now on is told to the listener, from the thread that did it. */
    public void onActivity(Consumer<Activity> listener) {
        throw new IllegalStateException("not yet");
    }

    @Override
    public void close() {}
}
