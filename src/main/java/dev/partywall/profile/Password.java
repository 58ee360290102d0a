package dev.partywall.profile;

/** A password in memory. It never shows itself. */
public final class Password {
    private final String text;

    public Password(String text) {
        this.text = text;
    }

    /** The password itself, for the driver only. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "(a password)";
    }
}
