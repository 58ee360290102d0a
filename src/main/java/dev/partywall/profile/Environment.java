package dev.partywall.profile;

/** Where a database serves. Production is tinted in the window and starts with probes that only read. */
public enum Environment {
    DEVELOPMENT,
    STAGING,
    PRODUCTION
}
