package dev.partywall.advisor;

import java.util.Locale;

/** What a flaw lets happen. Rules are listed under it, findings are grouped by it; the order is that of consequence. */
public enum Family {
    OPEN_ROWS(
            "Rows lie open to every tenant",
            "Every relation that holds tenants' rows and is in reach is protected by row security."),
    POLICIES("A policy lets a tenant at another's rows", "No policy lets a tenant at the rows of another."),
    CONTEXT(
            "A session reaches rows without naming the right tenant",
            "A session without a tenant, or with an odd one, reaches nothing, and no setting opens a door."),
    ESCAPES("The app role can shed row security", "The app role cannot shed row security."),
    DETOURS(
            "A detour leads past the policies",
            "No view, function, rule or foreign table in reach shows rows past the policies."),
    PRIVILEGES(
            "A privilege goes where no policy is asked",
            "The app role holds no privilege that row security does not filter."),
    KEYS(
            "A key ties to, or tells of, another tenant's rows",
            "No unique or foreign key ties tenants together or tells what others have."),
    OUTAGES(
            "A tenant may miss its own rows, or meet an error",
            "Nothing makes a tenant miss its own rows or meet an error."),
    DATA(
            "The data contradicts the tenancy",
            "The data agrees with the tenancy: every row looked at has a known tenant."),
    SPEED("A policy costs more time than it needs", "Policies can use an index and ask nothing row by row."),
    UNDECIDED("Could not be told from the catalogue", "Every policy could be understood.");

    private final String heading;
    private final String clear;

    Family(String heading, String clear) {
        this.heading = heading;
        this.clear = clear;
    }

    /** Over its findings: what they let happen. */
    public String heading() {
        return heading;
    }

    /** The sentence when nothing of it was found. */
    public String clear() {
        return clear;
    }

    /** As reports write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
