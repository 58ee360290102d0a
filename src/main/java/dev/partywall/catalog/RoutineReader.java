package dev.partywall.catalog;

import dev.partywall.connect.Row;
import dev.partywall.connect.Session;
import java.util.ArrayList;
import java.util.List;

/** Reads functions, sequences and rules. */
final class RoutineReader {
    private static final int FETCH = 1_000;

    private final Session session;
    private final Names names;

    RoutineReader(Session session, Names names) {
        this.session = session;
        this.names = names;
    }

    List<Function> functions() {
        return session.list(
                SqlFile.load("functions"),
                row -> new Function(
                        row.number(1),
                        row.get(2),
                        row.get(3),
                        row.get(4),
                        kind(row.get(5)),
                        row.get(6),
                        names.role(row.number(7)),
                        row.flag(8),
                        volatility(row.get(9)),
                        row.flag(10),
                        ServerText.strings(row.text(11)),
                        row.text(12),
                        row.text(13),
                        names.grants(row.text(14))));
    }

    private static Function.Kind kind(String letter) {
        return switch (letter) {
            case "p" -> Function.Kind.PROCEDURE;
            case "a" -> Function.Kind.AGGREGATE;
            case "w" -> Function.Kind.WINDOW;
            default -> Function.Kind.FUNCTION;
        };
    }

    private static Function.Volatility volatility(String letter) {
        return switch (letter) {
            case "i" -> Function.Volatility.IMMUTABLE;
            case "s" -> Function.Volatility.STABLE;
            default -> Function.Volatility.VOLATILE;
        };
    }

    List<Sequence> sequences() {
        return session.list(SqlFile.load("sequences"), row -> {
            long table = row.text(4) == null ? 0 : row.number(4);
            long column = row.text(5) == null ? 0 : row.number(5);
            return new Sequence(
                    new RelationName(row.get(1), row.get(2)),
                    names.role(row.number(3)),
                    names.relation(table).orElse(null),
                    names.column(table, column).orElse(null),
                    names.grants(row.text(6)));
        });
    }

    List<Rewrite> rewrites() {
        List<Rewrite> all = new ArrayList<>();
        session.forEach(
                SqlFile.load("rewrites"),
                FETCH,
                row -> names.relation(row.number(1)).ifPresent(relation -> all.add(rewrite(relation, row))));
        return all;
    }

    private static Rewrite rewrite(RelationName relation, Row row) {
        String event = List.of("SELECT", "UPDATE", "INSERT", "DELETE").get((int) row.number(3) - 1);
        return new Rewrite(relation, row.get(2), event, row.flag(4), row.flag(5), row.get(6));
    }
}
