package dev.partywall.catalog;

import dev.partywall.connect.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a part of a relation of one row; the first column is always the relation's oid. */
final class PartReader {
    private final Names names;
    private final ServerText texts = new ServerText();

    PartReader(Names names) {
        this.names = names;
    }

    Column column(Row row) {
        String name = texts.share(row.get(3));
        names.column(row.number(1), row.number(2), name);
        String type = texts.share(row.get(4));
        return new Column(
                (int) row.number(2),
                name,
                type,
                texts.share(Objects.requireNonNullElse(row.text(5), type)),
                row.flag(6),
                shared(row.text(7)),
                row.flag(8),
                row.flag(9),
                names.grants(row.text(10)));
    }

    private @Nullable String shared(@Nullable String text) {
        return text == null ? null : texts.share(text);
    }

    Constraint constraint(Row row) {
        boolean foreign = row.get(3).equals("f");
        return new Constraint(
                row.get(2),
                constraintKind(row.get(3)),
                names.columns(row.number(1), row.text(4)),
                foreign ? names.relation(row.number(5)).orElse(null) : null,
                names.columns(row.number(5), row.text(6)),
                foreign ? action(row.get(7)) : null,
                foreign ? action(row.get(8)) : null,
                row.flag(9),
                row.flag(10),
                row.get(11));
    }

    private static Constraint.Kind constraintKind(String letter) {
        return switch (letter) {
            case "p" -> Constraint.Kind.PRIMARY_KEY;
            case "u" -> Constraint.Kind.UNIQUE;
            case "x" -> Constraint.Kind.EXCLUSION;
            case "f" -> Constraint.Kind.FOREIGN_KEY;
            case "n" -> Constraint.Kind.NOT_NULL;
            default -> Constraint.Kind.CHECK;
        };
    }

    private static String action(String letter) {
        return switch (letter) {
            case "r" -> "RESTRICT";
            case "c" -> "CASCADE";
            case "n" -> "SET NULL";
            case "d" -> "SET DEFAULT";
            default -> "NO ACTION";
        };
    }

    Index index(Row row) {
        return new Index(
                row.get(2),
                texts.share(row.get(3)),
                row.flag(4),
                row.flag(5),
                row.flag(6),
                keys(row),
                row.text(10),
                row.get(11));
    }

    /** Columns by name; what is no column is an expression, whose text the server puts in parentheses or not. */
    private List<String> keys(Row row) {
        List<Long> numbers = ServerText.numbers(row.get(8)).subList(0, (int) row.number(7));
        List<String> expressions = ServerText.strings(row.text(9));
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            int key = i;
            keys.add(names.column(row.number(1), numbers.get(i)).orElseGet(() -> parenthesised(expressions.get(key))));
        }
        return keys;
    }

    private static String parenthesised(String expression) {
        return expression.startsWith("(") ? expression : "(" + expression + ")";
    }

    /** The bits of {@code tgtype}: catalog/pg_trigger.h. */
    Trigger trigger(Row row) {
        long type = row.number(4);
        return new Trigger(
                row.get(2),
                row.number(3),
                has(type, 2) || has(type, 64),
                has(type, 64),
                has(type, 1),
                events(type),
                row.flag(5),
                row.get(6));
    }

    private static Set<Privilege> events(long type) {
        Set<Privilege> events = EnumSet.noneOf(Privilege.class);
        if (has(type, 4)) {
            events.add(Privilege.INSERT);
        }
        if (has(type, 8)) {
            events.add(Privilege.DELETE);
        }
        if (has(type, 16)) {
            events.add(Privilege.UPDATE);
        }
        if (has(type, 32)) {
            events.add(Privilege.TRUNCATE);
        }
        return events;
    }

    private static boolean has(long bits, long bit) {
        return (bits & bit) != 0;
    }

    Policy policy(Row row) {
        return new Policy(
                texts.share(row.get(2)),
                command(row.get(3)),
                row.flag(4),
                ServerText.numbers(row.get(5)).stream().map(names::grantee).toList(),
                shared(row.text(6)),
                shared(row.text(7)),
                names.columns(row.number(1), row.text(8)),
                names.relations(row.text(9)),
                readColumns(row.text(10)),
                ServerText.numbers(row.text(11)));
    }

    private static Command command(String letter) {
        return switch (letter) {
            case "r" -> Command.SELECT;
            case "a" -> Command.INSERT;
            case "w" -> Command.UPDATE;
            case "d" -> Command.DELETE;
            default -> Command.ALL;
        };
    }

    Relation.View view(Row row) {
        return new Relation.View(
                row.flag(2),
                row.flag(3),
                row.flag(4),
                row.get(5),
                names.relations(row.text(8)),
                readColumns(row.text(9)),
                ServerText.numbers(row.text(10)),
                has(row.number(6), 16),
                updatable(row.number(7)));
    }

    /** @param pairs "relation column" by number, separated by commas */
    private List<Relation.ReadColumn> readColumns(@Nullable String pairs) {
        if (pairs == null) {
            return List.of();
        }
        return Arrays.stream(pairs.split(",", -1))
                .map(ServerText::numbers)
                .flatMap(pair -> names
                        .relation(pair.getFirst())
                        .flatMap(relation -> names.column(pair.getFirst(), pair.getLast())
                                .map(column -> new Relation.ReadColumn(relation, column)))
                        .stream())
                .toList();
    }

    /** The bits of {@code pg_relation_is_updatable}: one for each command, 1 shifted by the number of its CmdType. */
    private static Set<Privilege> updatable(long bits) {
        Set<Privilege> commands = EnumSet.noneOf(Privilege.class);
        if (has(bits, 4)) {
            commands.add(Privilege.UPDATE);
        }
        if (has(bits, 8)) {
            commands.add(Privilege.INSERT);
        }
        if (has(bits, 16)) {
            commands.add(Privilege.DELETE);
        }
        return commands;
    }
}
