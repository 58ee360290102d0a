package dev.partywall.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the oids and column numbers of one catalogue stand for, while it is being read. */
final class Names {
    private final Map<Long, String> roles = new HashMap<>();
    private final Map<Long, RelationName> relations = new HashMap<>();
    private final Map<Long, Map<Long, String>> columns = new HashMap<>();
    private final Map<String, List<Grant>> grants = new HashMap<>();

    void role(long oid, String name) {
        roles.put(oid, name);
    }

    void relation(long oid, RelationName name) {
        relations.put(oid, name);
    }

    void column(long relation, long number, String name) {
        columns.computeIfAbsent(relation, none -> new HashMap<>()).put(number, name);
    }

    /** The role; where it has gone meanwhile, a name that tells so and is nobody's. */
    String role(long oid) {
        return Objects.requireNonNullElseGet(roles.get(oid), () -> "(no role " + oid + ")");
    }

    /** As {@link #role}, with 0 for everybody. */
    String grantee(long oid) {
        return oid == 0 ? Grant.PUBLIC : role(oid);
    }

    Optional<RelationName> relation(long oid) {
        return Optional.ofNullable(relations.get(oid));
    }

    /** Those of the relations that are part of the snapshot, in order of name. */
    List<RelationName> relations(@Nullable String oids) {
        return ServerText.numbers(oids).stream()
                .flatMap(oid -> relation(oid).stream())
                .sorted()
                .toList();
    }

    Optional<String> column(long relation, long number) {
        return Optional.ofNullable(columns.getOrDefault(relation, Map.of()).get(number));
    }

    /** The columns in the given order; numbers that are no column, as of an expression, are passed over. */
    List<String> columns(long relation, @Nullable String numbers) {
        return ServerText.numbers(numbers).stream()
                .flatMap(number -> column(relation, number).stream())
                .toList();
    }

    /**
     * The grants of an access control list, equal lists shared.
     *
     * @param list "grantee grantor PRIVILEGE grantable" by number, separated by commas; null for none
     */
    List<Grant> grants(@Nullable String list) {
        return list == null || list.isEmpty() ? List.of() : grants.computeIfAbsent(list, this::parse);
    }

    private List<Grant> parse(String list) {
        List<Grant> parsed = new ArrayList<>();
        for (String entry : list.split(",", -1)) {
            List<String> parts = Arrays.asList(entry.split(" ", -1));
            parsed.add(new Grant(
                    grantee(Long.parseLong(parts.get(0))),
                    role(Long.parseLong(parts.get(1))),
                    Privilege.valueOf(parts.get(2)),
                    parts.get(3).equals("t")));
        }
        return List.copyOf(parsed);
    }
}
