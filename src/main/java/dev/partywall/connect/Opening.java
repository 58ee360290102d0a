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
    private static final Pattern SNAPSHOT = Pattern.compile("[0-9A-Fa-f-]+");

    private final List<String> texts = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

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

    /** Timeouts, role and settings, for this transaction only. */
    Opening context(SessionContext context, Duration lockTimeout, Duration statementTimeout) {
        Map<String, String> applied = new LinkedHashMap<>();
        applied.put("lock_timeout", lockTimeout.toMillis() + "ms");
        applied.put("statement_timeout", statementTimeout.toMillis() + "ms");
        if (context.role() != null) {
            applied.put("role", context.role());
        }
        applied.putAll(context.applied());
        return settings(applied);
    }

    Opening settings(Map<String, String> settings) {
        settings.forEach((name, value) -> {
            values.add(name);
            values.add(value);
        });
        String each = "pg_catalog.set_config(?, ?, true)";
        return settings.isEmpty() ? this : add("SELECT " + repeated(each, settings.size()));
    }

    /** Asks who we are; {@link #attested} reads the answer. */
    Opening attest(SessionContext context, @Nullable RelationName relation) {
        values.add(relation == null ? null : relation.sql());
        add(ATTEST);
        values.addAll(context.settings().keySet());
        int settings = context.settings().size();
        return settings == 0 ? this : add("SELECT " + repeated("pg_catalog.current_setting(?, true)", settings));
    }

    Opening add(String statement) {
        texts.add(statement);
        return this;
    }

    Opening add(Sql sql) {
        values.addAll(sql.values());
        return add(sql.text());
    }

    Sql sql() {
        return new Sql(String.join("\n;\n", texts), values);
    }

    /** What the server answered to {@link #attest}, the last of the statements sent. */
    static Attestation attested(SessionContext context, List<List<@Nullable String>> answers) {
        boolean withSettings = !context.settings().isEmpty();
        List<@Nullable String> who = answers.get(answers.size() - (withSettings ? 2 : 1));
        Map<String, @Nullable String> settings = new LinkedHashMap<>();
        if (withSettings) {
            Iterator<@Nullable String> values = answers.getLast().iterator();
            context.settings().keySet().forEach(name -> settings.put(name, values.next()));
        }
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
