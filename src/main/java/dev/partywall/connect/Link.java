package dev.partywall.connect;

import dev.partywall.catalog.RelationName;
import dev.partywall.failure.Failure;
import dev.partywall.profile.Address;
import dev.partywall.profile.PasswordPrompt;
import dev.partywall.profile.Passwords;
import dev.partywall.profile.Profile;
import dev.partywall.profile.Surroundings;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The open connections of one profile: a small pool as the app role and, if the profile has one, a small pool as the
 * bypass role. Sessions are lent to a function and never outlive it. May be used by several threads.
 *
 * <p>Every method that reaches the server throws {@link Failure} when the server cannot be reached or refuses, and {@link
 * java.util.concurrent.CancellationException} when stopped.
 */
public final class Link implements AutoCloseable {
    /**
     * With which every statement begins that reads as the bypass role on behalf of a narrower lens: to compare, to explain, to
     * list tenants to choose from. What has no such mark was asked for as everyone.
     */
    public static final String CONTROL = "/* partywall control */";

    private static final int POOL_SIZE = 4;

    private final Profile profile;
    private final Sides sides;
    /** Makes the sides of which the app's goes through the pooler; null where there is none. */
    private final @Nullable Supplier<Sides> pooled;

    private final Activities activities;
    private final Cancellation cancellation;

    private Link(
            Profile profile,
            Sides sides,
            @Nullable Supplier<Sides> pooled,
            Activities activities,
            Cancellation cancellation) {
        this.profile = profile;
        this.sides = sides;
        this.pooled = pooled;
        this.activities = activities;
        this.cancellation = cancellation;
    }

    /**
     * Makes the pools; the first connection is opened by the first use.
     *
     * @throws Failure when the profile's addresses make no sense
     */
    public static Link open(Profile profile) {
        return open(profile, PasswordPrompt.none());
    }

    /** The same, with somebody there to be asked for passwords, when they are first needed. */
    public static Link open(Profile profile, PasswordPrompt prompt) {
        SleepWatch sleep = new SleepWatch(InstantSource.system(), System::nanoTime);
        return open(profile, prompt, Surroundings.actual(), sleep, POOL_SIZE);
    }

    static Link open(
            Profile profile, PasswordPrompt prompt, Surroundings surroundings, SleepWatch sleep, int poolSize) {
        Passwords passwords = new Passwords(surroundings, prompt);
        Sides sides = new Sides(profile, surroundings, passwords, sleep, poolSize, false);
        Supplier<Sides> pooled = profile.pooler() == null
                ? null
                : () -> new Sides(profile.throughPooler(), surroundings, passwords, sleep, poolSize, true);
        return new Link(profile, sides, pooled, new Activities(), new Cancellation());
    }

    public Profile profile() {
        return profile;
    }

    public boolean hasBypass() {
        return sides.hasBypass();
    }

    /** Where a side is. */
    public Address address(Side side) {
        return sides.address(side);
    }

    /** The same connections; statements of its sessions end when {@code cancellation} is cancelled. */
    public Link stoppedBy(Cancellation cancellation) {
        return new Link(profile, sides, pooled, activities, cancellation);
    }

    /** One read. The purpose is written to the activity log. */
    public <T> T read(SessionContext context, String purpose, Function<Session, T> reading) {
        return lent(context, false, purpose, lease -> {
            ReadSession session = ReadSession.begin(lease, context, null);
            return session.finish(reading.apply(session));
        });
    }

    /** One read as the bypass role that serves a narrower lens, and says so in the server's log. */
    public <T> T control(String purpose, Function<Session, T> reading) {
        SessionContext bypass = SessionContext.bypass();
        return lent(bypass, false, purpose, lease -> {
            lease.markAsControl();
            ReadSession session = ReadSession.begin(lease, bypass, null);
            return session.finish(reading.apply(session));
        });
    }

    /**
     * Rows of one relation, read in one round trip with their attestation: for statements Partywall writes itself.
     *
     * @param sql one SELECT over {@code relation}
     * @param limit rows at most
     * @throws Failure also where the server attests another context than this one
     */
    public Page page(SessionContext context, RelationName relation, Sql sql, int limit, String purpose) {
        return page(context, relation, sql, limit, List.of(), purpose);
    }

    /**
     * The same of rows whose columns are known, which saves the driver from asking the server about them.
     *
     * @param headings of all columns {@code sql} selects; empty where they are not known
     */
    public Page page(
            SessionContext context,
            RelationName relation,
            Sql sql,
            int limit,
            List<Table.Heading> headings,
            String purpose) {
        return lent(context, false, purpose, lease -> PageRead.of(lease, context, relation, sql, limit, headings));
    }

    /** Both sides on one exported snapshot: app first, bypass second. */
    public <T> T compare(SessionContext app, String purpose, BiFunction<Session, Session, T> reading) {
        return compareAll(List.of(app), purpose, both -> reading.apply(both.getFirst(), both.getLast()));
    }

    /** Several app contexts and the bypass side, all on one exported snapshot: contexts in order, bypass last. */
    public <T> T compareAll(List<SessionContext> contexts, String purpose, Function<List<Session>, T> reading) {
        SessionContext bypass = SessionContext.bypass();
        return lent(bypass, false, purpose, lease -> {
            lease.markAsControl();
            ReadSession exporting = ReadSession.begin(lease, bypass, null);
            String snapshot = exporting.exportSnapshot();
            return exporting.finish(joined(contexts, exporting, snapshot, purpose, new ArrayList<>(), reading));
        });
    }

    private <T> T joined(
            List<SessionContext> contexts,
            Session bypass,
            String snapshot,
            String purpose,
            List<Session> joined,
            Function<List<Session>, T> reading) {
        if (joined.size() == contexts.size()) {
            joined.add(bypass);
            return reading.apply(List.copyOf(joined));
        }
        SessionContext context = contexts.get(joined.size());
        // Only the first comes from the pool, which would run dry if many wanted several at once.
        return lent(context, !joined.isEmpty(), purpose, lease -> {
            if (context.side() == Side.BYPASS) {
                lease.markAsControl();
            }
            ReadSession session = ReadSession.begin(lease, context, snapshot);
            joined.add(session);
            return session.finish(joined(contexts, bypass, snapshot, purpose, joined, reading));
        });
    }

    /** The bypass side on an exported snapshot, which any number of app sessions can look at in turn. */
    public <T> T onSnapshot(String purpose, Function<SharedSnapshot, T> reading) {
        SessionContext bypass = SessionContext.bypass();
        return lent(bypass, false, purpose, lease -> {
            ReadSession session = ReadSession.begin(lease, bypass, null);
            return session.finish(
                    reading.apply(new ExportedSnapshot(session.exportSnapshot(), session, this, purpose)));
        });
    }

    <T> T join(SessionContext context, String snapshot, String purpose, Function<Session, T> reading) {
        return lent(context, false, purpose, lease -> {
            ReadSession session = ReadSession.begin(lease, context, snapshot);
            return session.finish(reading.apply(session));
        });
    }

    /**
     * Several contexts one after another on one connection that nobody used before, each in a transaction of its own that
     * is committed: so whatever a session leaves behind, the next one finds.
     */
    public <T> List<T> inTurn(
            List<SessionContext> contexts, String purpose, BiFunction<SessionContext, Session, T> reading) {
        return lent(contexts.getFirst(), true, purpose, lease -> {
            List<T> read = new ArrayList<>();
            for (SessionContext context : contexts) {
                ReadSession session = ReadSession.begin(lease, context, null);
                read.add(session.leave(reading.apply(context, session)));
            }
            return List.copyOf(read);
        });
    }

    /** The same database with the app side through the profile's pooler; empty where the profile names none. */
    public Optional<Link> throughPooler() {
        return pooled == null
                ? Optional.empty()
                : Optional.of(new Link(profile, pooled.get(), null, activities, cancellation));
    }

    /** Attempts that are always rolled back. */
    public <T> T probe(SessionContext context, String purpose, Function<ProbeSession, T> probing) {
        return lent(context, false, purpose, lease -> probing.apply(RolledBackSession.begin(lease, context)));
    }

    /** Back-fill's own connection, as the bypass role. */
    public <T> T write(String purpose, Function<WriteSession, T> writing) {
        return lent(
                SessionContext.bypass(),
                true,
                purpose,
                lease -> writing.apply(CommittingSession.begin(lease, activities::tell)));
    }

    /** The same work as with {@link #write}, in one transaction that is always rolled back. */
    public <T> T rehearse(String purpose, Function<WriteSession, T> writing) {
        return lent(SessionContext.bypass(), true, purpose, lease -> writing.apply(RehearsingSession.begin(lease)));
    }

    /** Whether the machine slept since, so that the bypass side refuses until {@link #reconnectBypass}. */
    public boolean bypassWithheld() {
        return sides.bypassWithheld();
    }

    /** Lets the bypass side connect again after a sleep of the machine, which ended its connections. */
    public void reconnectBypass() {
        sides.reconnectBypass();
    }

    /** Everything done from now on is told to the listener, from the thread that did it. */
    public void onActivity(Consumer<Activity> listener) {
        activities.listen(listener);
    }

    private <T> T lent(SessionContext context, boolean own, String purpose, Use<T> use) {
        Recording recording = activities.begin(context.side(), sides.user(context), purpose);
        return recording.around(() -> {
            Address address = sides.address(context);
            return sides.forgettingWrongPasswords(address, cancellation, () -> {
                try (Lease lease =
                        Lease.of(sides.pools(context.side()), address, own || context.fresh(), cancellation)) {
                    recording.count(lease.statements()::rows);
                    return use.of(lease);
                }
            });
        });
    }

    /** What is done with a lease. */
    @FunctionalInterface
    private interface Use<T> {
        T of(Lease lease) throws SQLException;
    }

    @Override
    public void close() {
        sides.close();
    }
}
