package dev.partywall.connect;

import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.RelationName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The statements that make a transaction what its context says and let the server attest it. They are written one after
 * another into one text, which is sent in one round trip.
 */
final class Opening {
    private static final String ATTEST = SqlFiles.read(Opening.class, "attest.sql");
    private static final String SET = "pg_catalog.set_config(?, ?, true)";
    private static final int WHO = 7;
    private static final Pattern SNAPSHOT = Pattern.compile("[0-9A-Fa-f-]+");

    private final List<String> texts = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();
    private int unsent;

    /** The first statement: how the transaction is to be. */
    Opening transaction(String characteristics) {
        return add("SET TRANSACTION " + characteristics);
    }

    /** The snapshot another transaction exported; must come before anything that reads. */
    Opening snapshot(String id) {
        if (!SNAPSHOT.matcher(id).matches()) {
            throw new IllegalArgumentException("not a snapshot: " + id);
        }
        return add("SET TRANSACTION SNAPSHOT " + Identifiers.literal(id));
    }

    /** Timeouts, role and settings, for this transaction only; all but the role together with {@link #attest}, if it follows. */
    Opening context(SessionContext context, Duration lockTimeout, Duration statementTimeout) {
        if (context.role() != null) {
            settings(Map.of("role", context.role()));
            flush();
        }
        settings(Map.of("lock_timeout", lockTimeout.toMillis() + "ms"));
        settings(Map.of("statement_timeout", statementTimeout.toMillis() + "ms"));
        return settings(context.applied());
    }

    Opening settings(Map<String, String> settings) {
        settings.forEach((name, value) -> {
            values.add(name);
            values.add(value);
        });
        unsent += settings.size();
        return this;
    }

    private void flush() {
        if (unsent > 0) {
            texts.add("SELECT " + repeated(SET, unsent));
            unsent = 0;
        }
    }

    /** Asks who we are; {@link #attested} reads the answer. Within one row the server goes from left to right. */
    Opening attest(SessionContext context, @Nullable RelationName relation) {
        String applied = unsent == 0 ? "" : repeated(SET, unsent) + ",";
        unsent = 0;
        values.add(relation == null ? null : relation.sql());
        values.addAll(context.settings().keySet());
        int asked = context.settings().size();
        String readBack = asked == 0 ? "" : ", " + repeated("pg_catalog.current_setting(?, true)", asked);
        return add(ATTEST.replace("/* settings applied */", applied).replace("/* settings read back */", readBack));
    }

    Opening add(String statement) {
        flush();
        texts.add(statement);
        return this;
    }

    Opening add(Sql sql) {
        flush();
        values.addAll(sql.values());
        return add(sql.text());
    }

    Sql sql() {
        flush();
        return new Sql(String.join("\n;\n", texts), values);
    }

    /** What the server answered to {@link #attest}, whose row this is. */
    static Attestation attested(SessionContext context, List<@Nullable String> row) {
        int readBack = row.size() - context.settings().size();
        Map<String, @Nullable String> settings = new LinkedHashMap<>();
        Iterator<@Nullable String> values = row.subList(readBack, row.size()).iterator();
        context.settings().keySet().forEach(name -> settings.put(name, values.next()));
        List<@Nullable String> who = row.subList(readBack - WHO, readBack);
        String active = who.get(6);
        return new Attestation(
                told(who, 0),
                told(who, 1),
                told(who, 2).startsWith("t"),
                told(who, 3).startsWith("t"),
                settings,
                active == null ? null : active.startsWith("t"),
                told(who, 4).equals("on"),
                Integer.parseInt(told(who, 5)));
    }

    private static String told(List<@Nullable String> row, int index) {
        return java.util.Objects.requireNonNull(row.get(index));
    }

    private static String repeated(String term, int times) {
        return String.join(", ", java.util.Collections.nCopies(times, term));
    }
}
