package dev.partywall.connect;

/** Through whom one looks. Compare is two lenses side by side on one snapshot. */
public sealed interface Lens {
    /** As the app role, with the tenant's settings applied. */
    record Tenant(String id) implements Lens {}

    /** As the app role, with no tenant set. */
    record Nobody() implements Lens {}

    /** As the bypass role. */
    record Everyone() implements Lens {}
}
