package dev.partywall.probe;

import dev.partywall.catalog.Identifiers;
import dev.partywall.connect.Sql;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes an attempt as SQL that a person can run in psql. */
final class Replay {
    private Replay() {}

    /** The statements in a transaction of this session, undone at the end. */
    static String of(Actor actor, Sql... statements) {
        return of(actor.user(), actor.context().role(), actor.settings(), statements);
    }

    static String of(String user, @Nullable String role, Map<String, String> settings, Sql... statements) {
        StringBuilder text = new StringBuilder("-- as " + Identifiers.quote(user) + "\nBEGIN;\n");
        if (role != null) {
            text.append("SET LOCAL ROLE ").append(Identifiers.quote(role)).append(";\n");
        }
        settings.forEach((name, value) -> text.append("SELECT set_config(")
                .append(Identifiers.literal(name))
                .append(", ")
                .append(Identifiers.literal(value))
                .append(", true);\n"));
        for (Sql sql : statements) {
            text.append(written(sql)).append(";\n");
        }
        return text.append("ROLLBACK;").toString();
    }

    /** The statement with its values written in. A question mark within quotes stands for itself. */
    private static String written(Sql sql) {
        StringBuilder text = new StringBuilder();
        int value = 0;
        char quoted = 0;
        for (char c : sql.text().toCharArray()) {
            if (quoted == 0 && c == '?') {
                text.append(literal(sql.values().get(value++)));
                continue;
            }
            if (c == '"' || c == '\'') {
                quoted = quoted == 0 ? c : quoted == c ? 0 : quoted;
            }
            text.append(c);
        }
        return text.toString();
    }

    private static String literal(@Nullable Object value) {
        return value == null ? "NULL" : Identifiers.literal(value.toString());
    }
}
