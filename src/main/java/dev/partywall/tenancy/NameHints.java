package dev.partywall.tenancy;

import java.util.List;
import java.util.Locale;

/** What names give away. They decide only where the catalogue leaves a choice. */
final class NameHints {
    private static final List<String> TENANTS = List.of(
            "tenant",
            "organisation",
            "organization",
            "org",
            "account",
            "company",
            "workspace",
            "customer",
            "client",
            "school",
            "shop",
            "store",
            "team",
            "merchant",
            "clinic",
            "site",
            "firm",
            "mandant",
            "realm",
            "group");

    private static final List<String> PERSONS_AND_SWITCHES = List.of(
            "user",
            "role",
            "member",
            "person",
            "admin",
            "bypass",
            "super",
            "staff",
            "actor",
            "employee",
            "login",
            "locale",
            "language",
            "lang",
            "timezone",
            "request",
            "trace",
            "mode",
            "debug",
            "sub",
            "scope",
            "session",
            "internal",
            "service",
            "migration",
            "job",
            "worker",
            "region");

    private static final List<String> HISTORIES = List.of(
            "audit", "log", "history", "event", "backup", "bak", "copy", "archive", "old", "tmp", "temp", "outbox");

    private NameHints() {}

    /** 2 for a tenant's name, -2 for a person's or a switch's, 0 for any other. */
    static int tenant(String name) {
        List<String> words = words(name);
        if (words.stream().anyMatch(PERSONS_AND_SWITCHES::contains)) {
            return -2;
        }
        return words.stream().anyMatch(NameHints::isTenantWord) ? 2 : 0;
    }

    /** Whether a table of that name may be the list of tenants: the word is all it is called. */
    static boolean isRegistryName(String table) {
        List<String> words = words(table);
        return words.size() == 1 && isTenantWord(words.getFirst());
    }

    static boolean isHistory(String table) {
        return words(table).stream().anyMatch(word -> HISTORIES.contains(word) || HISTORIES.contains(singular(word)));
    }

    private static boolean isTenantWord(String word) {
        return TENANTS.contains(word) || TENANTS.contains(singular(word));
    }

    private static String singular(String word) {
        return word.endsWith("ies")
                ? word.substring(0, word.length() - 3) + "y"
                : word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    /** {@code app.currentTenantId} as app, current, tenant, id. */
    static List<String> words(String name) {
        return List.of(name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\p{N}]+"));
    }

    /** Names that differ in spelling alone: tenantId, tenant_id, TENANTID. */
    static String spelling(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
