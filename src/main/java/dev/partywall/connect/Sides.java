package dev.partywall.connect;

import dev.partywall.failure.Failure;
import dev.partywall.profile.Address;
import dev.partywall.profile.Addresses;
import dev.partywall.profile.Login;
import dev.partywall.profile.Passwords;
import dev.partywall.profile.Profile;
import dev.partywall.profile.Surroundings;
import org.jspecify.annotations.Nullable;

/** Where the two sides of a profile are, their passwords once they are needed, and their pools. */
final class Sides implements AutoCloseable {
    private final Login app;
    private final @Nullable Login bypass;
    private final Address appAddress;
    private final @Nullable Address bypassAddress;
    private final Passwords passwords;
    private final Pools appPools;
    private final Pools bypassPools;
    private final SleepWatch sleep;
    private final boolean pooled;
    private volatile boolean bypassWithheld;

    /** @throws Failure when an address makes no sense; no password is looked for yet */
    Sides(
            Profile profile,
            Surroundings surroundings,
            Passwords passwords,
            SleepWatch sleep,
            int poolSize,
            boolean pooled) {
        this.app = profile.app();
        this.bypass = profile.bypass();
        this.pooled = pooled;
        this.appAddress = checked(Addresses.resolve(app, surroundings), Side.APP);
        this.bypassAddress = bypass == null ? null : checked(Addresses.resolve(bypass, surroundings), Side.BYPASS);
        this.passwords = passwords;
        this.appPools = new Pools(Side.APP, poolSize);
        this.bypassPools = new Pools(Side.BYPASS, poolSize);
        this.sleep = sleep;
    }

    private static Address checked(Address address, Side side) {
        DriverProperties.of(address, side);
        return address;
    }

    boolean hasBypass() {
        return bypass != null;
    }

    /**
     * Where a side is, without its password.
     *
     * @throws Failure for the bypass side of a profile that has none
     */
    Address address(Side side) {
        Address address = side == Side.APP ? appAddress : bypassAddress;
        return address == null ? absent() : address;
    }

    /** The role the context logs in as. */
    String user(SessionContext context) {
        return context.user() == null ? address(context.side()).user() : context.user();
    }

    /** Where the context's session is, as its user, with the password. */
    Address address(SessionContext context) {
        Login login = context.side() == Side.APP ? app : bypass;
        if (login == null) {
            return absent();
        }
        Address address = passwords.address(context.user() == null ? login : login.as(context.user()));
        // Behind a pooler the next statement may come to another server process (FACTS, pgjdbc 8).
        return pooled && context.side() == Side.APP ? address.with("prepareThreshold", "0") : address;
    }

    private static Address absent() {
        throw Failure.incomplete(
                "This needs the bypass role, and the profile has none.",
                "Add a bypass connection to the profile: a role with BYPASSRLS that may read the tenant tables.");
    }

    /** @throws Failure for the bypass side, once the machine has slept, until {@link #reconnectBypass} */
    Pools pools(Side side) {
        if (side == Side.APP) {
            return appPools;
        }
        if (sleep.slept()) {
            bypassWithheld = true;
            bypassPools.disconnect();
        }
        if (bypassWithheld) {
            throw Failure.incomplete(
                    "The machine slept, and the bypass connection was closed so that nobody finds it open.",
                    "Reconnect as the bypass role when you need it: nothing does so by itself.");
        }
        return bypassPools;
    }

    boolean bypassWithheld() {
        return bypassWithheld;
    }

    void reconnectBypass() {
        bypassWithheld = false;
    }

    /** A password the server does not accept is looked up, or asked for, again the next time. */
    <T> T forgettingWrongPasswords(Address address, Cancellation cancellation, SqlWork<T> work) {
        try {
            return Refusals.translated(address, cancellation, work);
        } catch (Failure failure) {
            if ("28P01".equals(failure.sqlState())) {
                passwords.forget();
            }
            throw failure;
        }
    }

    @Override
    public void close() {
        appPools.close();
        bypassPools.close();
    }
}
