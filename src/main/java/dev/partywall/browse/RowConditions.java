package dev.partywall.browse;

import dev.partywall.browse.Explanation.Part;
import dev.partywall.browse.Explanation.Term;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Session;
import dev.partywall.connect.Sql;
import dev.partywall.expression.Expression;
import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Evaluates conditions for one row, as the bypass role with a tenant's settings applied (FACTS, row security 22).
 * {@code CURRENT_USER} is taken for the role that looks; sub-selects and functions run as the bypass role.
 */
final class RowConditions {
    private static final Set<String> SELF = Set.of("current_user", "current_role", "user");
    private static final Set<String> HARMLESS =
            Set.of("current_setting", "nullif", "coalesce", "lower", "upper", "current_user", "current_role", "user");

    private final Session evaluator;
    private final Relation relation;
    private final Sql where;
    private final String role;

    /** @param where finds the row */
    RowConditions(Session evaluator, Relation relation, Sql where, String role) {
        this.evaluator = evaluator;
        this.relation = relation;
        this.where = where;
        this.role = role;
    }

    Truth truth(String condition) {
        try {
            return evaluator.within(() -> Truth.of(one("(" + condition + ")::boolean::text")));
        } catch (Failure refused) {
            return Truth.error(refused.sqlState());
        }
    }

    private @org.jspecify.annotations.Nullable String one(String expression) {
        List<Optional<String>> found = evaluator.list(select(expression), row -> Optional.ofNullable(row.text(1)));
        return found.isEmpty() ? null : found.getFirst().orElse(null);
    }

    /** Names the table as it is, since that is how policies name the outer row within sub-selects. */
    private Sql select(String expressions) {
        return new Sql(
                "SELECT " + asRole(expressions) + " FROM " + relation.name().sql() + " WHERE " + where.text(),
                where.values());
    }

    /** Top-level parts of a condition, each with what it compares. */
    List<Part> parts(Expression condition) {
        List<Expression> operands = switch (condition) {
            case Expression.And and -> and.operands();
            case Expression.Or or -> or.operands();
            default -> List.of(condition);
        };
        return operands.stream()
                .map(part -> new Part(part.sql(), truth(part.sql()), terms(part)))
                .toList();
    }

    static String joined(Expression condition) {
        return switch (condition) {
            case Expression.And and -> "AND";
            case Expression.Or or -> "OR";
            default -> "";
        };
    }

    /** Whether what it comes to may depend on who evaluates it. */
    static boolean dependsOnWho(Expression condition) {
        return condition.walk().anyMatch(part -> switch (part) {
            case Expression.SubSelect select -> true;
            case Expression.Exists exists -> true;
            case Expression.Opaque opaque -> true;
            case Expression.Call call -> !HARMLESS.contains(call.name());
            default -> false;
        });
    }

    private List<Term> terms(Expression part) {
        Set<String> wanted = new LinkedHashSet<>();
        if (part instanceof Expression.Binary binary) {
            wanted.add(binary.left().sql());
            wanted.add(binary.right().sql());
        } else if (part instanceof Expression.AnyAll any) {
            wanted.add(any.left().sql());
        }
        part.walk().forEach(inner -> {
            boolean column = inner instanceof Expression.ColumnRef ref && isOwn(ref);
            boolean setting =
                    inner instanceof Expression.Call call && call.name().equals("current_setting");
            if (column || setting) {
                wanted.add(inner.sql());
            }
        });
        List<Term> terms = new ArrayList<>();
        wanted.stream()
                .filter(sql -> Expression.parse(sql).walk().anyMatch(RowConditions::varies))
                .forEach(sql -> term(sql).ifPresent(terms::add));
        return terms;
    }

    private static boolean varies(Expression inner) {
        return inner instanceof Expression.ColumnRef || inner instanceof Expression.Call;
    }

    private boolean isOwn(Expression.ColumnRef ref) {
        boolean here = ref.qualifier() == null || relation.name().name().equals(ref.qualifier());
        return here && relation.column(ref.name()).isPresent();
    }

    /** Empty where the part means nothing by itself, as what is inside a sub-select may. */
    private Optional<Term> term(String sql) {
        try {
            return evaluator.within(() -> evaluator
                    .list(
                            select("(" + sql + ")::text, pg_typeof(" + sql + ")::text"),
                            row -> new Term(sql, row.text(1), row.get(2)))
                    .stream()
                    .findFirst());
        } catch (Failure refused) {
            return Optional.empty();
        }
    }

    /** CURRENT_USER outside quotes becomes the role that looks. */
    private String asRole(String sql) {
        StringBuilder text = new StringBuilder();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (char character : (sql + " ").toCharArray()) {
            boolean inWord =
                    quote == 0 && (Character.isLetterOrDigit(character) || character == '_' || character == '.');
            if (inWord) {
                word.append(character);
                continue;
            }
            text.append(isSelf(word) ? dev.partywall.catalog.Identifiers.literal(role) + "::name" : word);
            word.setLength(0);
            if (quote == 0 && (character == '\'' || character == '"')) {
                quote = character;
            } else if (character == quote) {
                quote = 0;
            }
            text.append(character == '?' && quote == 0 ? "??" : String.valueOf(character));
        }
        return text.toString();
    }

    private static boolean isSelf(StringBuilder word) {
        String lower = word.toString().toLowerCase(java.util.Locale.ROOT);
        return SELF.contains(lower);
    }
}
