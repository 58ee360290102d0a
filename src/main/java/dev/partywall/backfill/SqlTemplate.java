package dev.partywall.backfill;

import dev.partywall.connect.Sql;
import dev.partywall.connect.SqlFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A statement in a file, with places in braces for what depends on the table: names, never values. */
final class SqlTemplate {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private SqlTemplate() {}

    /** The statement with its places filled; the parts bring their bound values along. */
    static Sql fill(String file, Map<String, Sql> parts) {
        String template = SqlFiles.read(SqlTemplate.class, file);
        StringBuilder text = new StringBuilder();
        List<@Nullable Object> values = new ArrayList<>();
        int end = 0;
        for (MatchResult place : PLACE.matcher(template).results().toList()) {
            Sql part = Objects.requireNonNull(parts.get(place.group(1)), place.group(1));
            text.append(template, end, place.start()).append(part.text());
            values.addAll(part.values());
            end = place.end();
        }
        return new Sql(text.append(template.substring(end)).toString(), values);
    }

    static Sql joined(String between, List<Sql> parts) {
        List<@Nullable Object> values = new ArrayList<>();
        parts.forEach(part -> values.addAll(part.values()));
        return new Sql(String.join(between, parts.stream().map(Sql::text).toList()), values);
    }
}
