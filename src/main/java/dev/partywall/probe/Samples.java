package dev.partywall.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partywall.catalog.Identifiers;
import dev.partywall.connect.Row;
import dev.partywall.connect.RowMapper;
import dev.partywall.connect.Session;
import dev.partywall.connect.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes one row per relation and tenant from the bypass side, to be copied, looked for by its key, or pointed at. */
final class Samples {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Asking asking;
    private final Map<Target, Map<String, Sample>> taken = new IdentityHashMap<>();

    /** Reads rows as the bypass role. */
    @FunctionalInterface
    interface Asking {
        List<Sample> ask(Sql sql, RowMapper<Sample> mapper);
    }

    /** Whose row of which relation. */
    record Wish(Target target, String tenant) {}

    private Samples(Asking asking) {
        this.asking = asking;
    }

    /** Takes many at once; what cannot be read is left out. */
    static Samples of(Session bypass, List<Wish> wishes) {
        return of((sql, mapper) -> bypass.within(() -> bypass.list(sql, mapper)), wishes);
    }

    /** @param asking throws {@link dev.partywall.failure.Failure} where refused */
    static Samples of(Asking asking, List<Wish> wishes) {
        Samples samples = new Samples(asking);
        samples.take(wishes);
        List<Wish> missing = wishes.stream()
                .filter(wish -> samples.own(wish.target(), wish.tenant()).isEmpty())
                .flatMap(wish -> base(wish.target()).map(base -> new Wish(base, wish.tenant())).stream())
                .toList();
        samples.take(missing);
        return samples;
    }

    /** The first row of the tenant by its key; empty where it has none or the row cannot be read. */
    Optional<Sample> of(Target target, String tenant) {
        return own(target, tenant).or(() -> base(target).flatMap(base -> own(base, tenant)));
    }

    private Optional<Sample> own(Target target, String tenant) {
        return Optional.ofNullable(taken.getOrDefault(target, Map.of()).get(tenant));
    }

    /** Where a view shows the bypass role nothing, a row of the one table behind it does as well. */
    private static Optional<Target> base(Target view) {
        return view.bases().size() == 1 && view.bases().getFirst().key().equals(view.key())
                ? Optional.of(view.bases().getFirst())
                : Optional.empty();
    }

    private void take(List<Wish> wishes) {
        Halving.over(wishes, this::ask, (wish, refused) -> {});
    }

    private void ask(List<Wish> wishes) {
        List<String> parts = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < wishes.size(); i++) {
            parts.add(query(i, wishes.get(i).target()));
            values.add(wishes.get(i).tenant());
        }
        Sql sql = new Sql(String.join("\nUNION ALL ", parts), values);
        asking.ask(sql, row -> {
            Wish wish = wishes.get((int) row.number(1));
            Sample sample = sample(wish.target(), row);
            taken.computeIfAbsent(wish.target(), any -> new HashMap<>()).put(wish.tenant(), sample);
            return sample;
        });
    }

    private static Sample sample(Target target, Row row) {
        Map<String, String> key = new LinkedHashMap<>();
        Map<String, String> owner = new LinkedHashMap<>();
        Iterator<JsonNode> values = array(row.get(4)).iterator();
        target.key().forEach(name -> put(key, name, values.next()));
        target.ownership().columns().forEach(name -> put(owner, name, values.next()));
        Map<String, String> parents = new LinkedHashMap<>();
        target.references().forEach(reference -> put(parents, reference.constraint(), values.next()));
        return new Sample(row.get(2), row.get(3), key, owner, parents);
    }

    private static void put(Map<String, String> values, String name, JsonNode value) {
        if (!value.isNull()) {
            values.put(name, value.asText());
        }
    }

    private static JsonNode array(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the server wrote what is no JSON", e);
        }
    }

    private static String query(int number, Target target) {
        String columns = Stream.concat(
                        Stream.concat(target.key().stream(), target.ownership().columns().stream())
                                .map(column -> "CAST(t." + Identifiers.quote(column) + " AS text)"),
                        target.references().stream().map(reference -> reference.ownerOf("t")))
                .collect(Collectors.joining(", "));
        String order = target.key().stream()
                .map(column -> "t." + Identifiers.quote(column))
                .collect(Collectors.joining(", "));
        return "(SELECT " + number + ", CAST(to_jsonb(t) AS text), CAST(to_jsonb(t) || jsonb_build_object("
                + FreshKeys.of(target) + ") AS text), CAST(to_jsonb(ARRAY[" + columns + "]) AS text) FROM "
                + target.sql() + " t WHERE " + target.is("t") + (order.isEmpty() ? "" : " ORDER BY " + order)
                + " LIMIT 1)";
    }
}
