package dev.partywall.connect;

import dev.partywall.failure.Failure;
import dev.partywall.profile.Address;
import org.jspecify.annotations.Nullable;

/** Where the two sides of a profile are, and their pools. */
final class Sides implements AutoCloseable {
    private final Address app;
    private final @Nullable Address bypass;
    private final Pools appPools;
    private final Pools bypassPools;

    Sides(Address app, @Nullable Address bypass, int poolSize) {
        this.app = app;
        this.bypass = bypass;
        this.appPools = new Pools(Side.APP, poolSize);
        this.bypassPools = new Pools(Side.BYPASS, poolSize);
    }

    boolean hasBypass() {
        return bypass != null;
    }

    /** @throws Failure for the bypass side of a profile that has none */
    Address address(Side side) {
        Address address = side == Side.APP ? app : bypass;
        if (address == null) {
            throw Failure.incomplete(
                    "This needs the bypass role, and the profile has none.",
                    "Add a bypass connection to the profile: a role with BYPASSRLS that may read the tenant tables.");
        }
        return address;
    }

    /** Where the context's session is, as its user. */
    Address address(SessionContext context) {
        Address address = address(context.side());
        return context.user() == null ? address : address.as(context.user(), address.password());
    }

    Pools pools(Side side) {
        return side == Side.APP ? appPools : bypassPools;
    }

    @Override
    public void close() {
        appPools.close();
        bypassPools.close();
    }
}
