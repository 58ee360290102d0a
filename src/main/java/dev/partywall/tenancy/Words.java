package dev.partywall.tenancy;

/** Counts in words. */
final class Words {
    private Words() {}

    static String tables(int count) {
        return count == 1 ? "one table" : count + " tables";
    }

    static String tenants(int count) {
        return count == 1 ? "one tenant" : count + " tenants";
    }

    static String policies(int count) {
        return count == 1 ? "one policy" : count + " policies";
    }
}
