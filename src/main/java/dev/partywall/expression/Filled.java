package dev.partywall.expression;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A condition with the values of settings written in: what it comes to in one session. Functions are opened in place. It
 * means the same as the original in that session; what is not understood is left as it was.
 */
public final class Filled {
    private static final Pattern READ =
            Pattern.compile("current_setting\\('((?:[^']|'')+)'(?:::text)?(?:, (?:true|false))?\\)");

    private final Map<String, String> settings;
    private final @Nullable String user;

    /**
     * @param settings values by setting name
     * @param user who is logged in, where the tenant has a login role of its own; else null
     */
    public Filled(Map<String, String> settings, @Nullable String user) {
        this.settings = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        this.settings.putAll(settings);
        this.user = user;
    }

    /** @param opened an expression whose functions were opened: {@link Knowledge#read} */
    public String of(Expression opened) {
        return Rewriting.of(opened, this::filled).sql();
    }

    private Expression filled(Expression part) {
        return switch (part) {
            case Expression.Call call -> call(call);
            case Expression.Opened opened -> opened(opened);
            case Expression.SubSelect select -> select(select);
            case Expression.Exists exists -> new Expression.Exists(query(exists.query()));
            case Expression.Cast cast -> cast(cast);
            case Expression.Opaque opaque -> new Expression.Opaque(text(opaque.text()));
            default -> part;
        };
    }

    private Expression call(Expression.Call call) {
        List<Expression> arguments = call.arguments();
        return switch (call.name()) {
            case "current_setting" -> arguments.isEmpty() ? call : setting(call, arguments.getFirst());
            case "nullif" -> nullIf(call, arguments);
            case "current_user", "session_user", "user", "current_role" ->
                user == null || !arguments.isEmpty() ? call : literal(user);
            default -> call;
        };
    }

    private Expression setting(Expression.Call call, Expression name) {
        String value = plain(name) instanceof Expression.Constant constant ? settings.get(constant.text()) : null;
        return value == null ? call : literal(value);
    }

    private static Expression nullIf(Expression.Call call, List<Expression> arguments) {
        if (arguments.size() == 2
                && plain(arguments.getFirst()) instanceof Expression.Constant value
                && plain(arguments.get(1)) instanceof Expression.Constant none
                && value.kind() == Expression.Constant.Kind.STRING
                && none.kind() == Expression.Constant.Kind.STRING) {
            return value.text().equals(none.text())
                    ? new Expression.Constant(Expression.Constant.Kind.NULL, "NULL")
                    : arguments.getFirst();
        }
        return call;
    }

    private static Expression.Constant literal(String value) {
        return new Expression.Constant(Expression.Constant.Kind.STRING, value);
    }

    /** Without casts to text, which say nothing. */
    private static Expression plain(Expression expression) {
        return expression instanceof Expression.Cast cast && cast.type().equals(TypeName.of("text"))
                ? plain(cast.operand())
                : expression;
    }

    private static Expression cast(Expression.Cast cast) {
        return plain(cast) instanceof Expression.Constant constant ? constant : cast;
    }

    /** One that may catch or raise an error stays a call: an expression cannot say that. */
    private static Expression opened(Expression.Opened opened) {
        boolean raises = opened.body()
                .walk()
                .anyMatch(part -> part instanceof Expression.Guarded || part instanceof Expression.Raised);
        return raises ? opened : opened.body();
    }

    private Expression select(Expression.SubSelect select) {
        boolean scalar = select.query() instanceof Query.Select query
                && query.sources().isEmpty()
                && query.conditions().isEmpty()
                && !query.grouped()
                && query.items().size() == 1;
        return scalar
                ? ((Query.Select) select.query()).items().getFirst()
                : new Expression.SubSelect(query(select.query()));
    }

    private Query query(Query query) {
        return switch (query) {
            case Query.Raw raw -> new Query.Raw(text(raw.text()));
            case Query.Select s ->
                new Query.Select(s.items(), s.sources(), s.conditions(), s.grouped(), text(s.text()));
        };
    }

    /** Within queries, whose text is kept as the server printed it. */
    private String text(String sql) {
        Matcher reads = READ.matcher(sql);
        StringBuilder filled = new StringBuilder();
        while (reads.find()) {
            String value = settings.get(reads.group(1).replace("''", "'"));
            String written = value == null ? reads.group() : literal(value).sql() + "::text";
            reads.appendReplacement(filled, Matcher.quoteReplacement(written));
        }
        return reads.appendTail(filled).toString();
    }
}
