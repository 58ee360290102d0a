package dev.partywall.expression;

import dev.partywall.catalog.Function;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Functions, as far as they bear on who sees what (PostgreSQL 18, chapter 9). */
final class Functions {
    private static final Set<String> WHO =
            Set.of("current_user", "session_user", "current_role", "user", "system_user");
    /** What they give has nothing to do with any tenant. */
    private static final Set<String> CLOCKS = Set.of(
            "now",
            "clock_timestamp",
            "statement_timestamp",
            "transaction_timestamp",
            "current_timestamp",
            "current_date",
            "current_time",
            "localtimestamp",
            "localtime",
            "random");

    private final Evaluator evaluator;

    Functions(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    private Knowledge knowledge() {
        return evaluator.knowledge();
    }

    Values call(Expression.Call call) {
        if (call.schema() != null && !call.schema().equals("pg_catalog")) {
            return unopened(call);
        }
        List<Values> arguments =
                call.arguments().stream().map(evaluator::evaluate).toList();
        return switch (call.name()) {
            case "current_setting" -> setting(arguments);
            case "nullif" -> nullIf(arguments);
            case "coalesce" -> coalesce(arguments);
            case "jsonb_extract_path_text", "json_extract_path_text" -> path(arguments);
            case "greatest", "least" -> joined(arguments);
            default -> other(call, arguments);
        };
    }

    private Values other(Expression.Call call, List<Values> arguments) {
        String name = call.name();
        if (WHO.contains(name)) {
            return who(name);
        }
        if (name.equals("pg_has_role")) {
            return Values.EITHER.because(Cause.Kind.ROLE, call.sql());
        }
        if (CLOCKS.contains(name)) {
            return Values.of(Value.UNKNOWN);
        }
        if (arguments.isEmpty()) {
            return evaluator.knowledge().bodies().function(call).isPresent()
                    ? unopened(call)
                    : Values.of(Value.UNKNOWN, Value.NULL).because(Cause.Kind.FUNCTION, name + "()");
        }
        return new TextFunctions(knowledge()).of(call, arguments).orElseGet(() -> blurred(call, arguments));
    }

    private Values who(String name) {
        String user = evaluator.knowledge().user();
        if (evaluator.knowledge().loginRoles()) {
            return Values.of(new Value.Id(true, Value.Id.PRINCIPAL, true));
        }
        return user == null ? Values.of(Value.UNKNOWN).because(Cause.Kind.ROLE, name) : Values.of(new Value.Text(user));
    }

    private static Values blurred(Expression.Call call, List<Values> arguments) {
        Values all = joined(arguments);
        Values result = all.side().or(Value.UNKNOWN, Value.NULL);
        return result.causes().isEmpty() ? result.because(Cause.Kind.FUNCTION, call.name() + "()") : result;
    }

    static Values joined(List<Values> arguments) {
        Values all = Values.NOTHING;
        for (Values argument : arguments) {
            all = all.or(argument);
        }
        return all;
    }

    private Values nullIf(List<Values> arguments) {
        if (arguments.size() != 2) {
            return joined(arguments).or(Value.NULL);
        }
        Equality equality = evaluator.equality();
        return arguments.getFirst().pairs(arguments.get(1), (value, unwanted) -> {
            if (value.equals(Value.NULL) || unwanted.equals(Value.NULL)) {
                return Values.of(value);
            }
            Values same = equality.of(value, unwanted);
            Values kept = same.has(Value.Bool.FALSE) ? Values.of(value) : Values.NOTHING;
            return same.canBeTrue() ? kept.or(Value.NULL) : kept;
        });
    }

    private static Values coalesce(List<Values> arguments) {
        Values result = Values.NOTHING;
        for (Values argument : arguments) {
            result = result.or(argument.without(Value.NULL));
            if (!argument.has(Value.NULL)) {
                return result;
            }
        }
        return result.or(Value.NULL);
    }

    private Values setting(List<Values> arguments) {
        boolean missingOk = arguments.size() > 1 && arguments.get(1).canBeTrue();
        return arguments.getFirst().map(value -> setting(value instanceof Value.Text t ? t.text() : null, missingOk));
    }

    private Values setting(@Nullable String name, boolean missingOk) {
        Optional<String> template =
                name == null ? Optional.empty() : evaluator.knowledge().template(name);
        if (template.isEmpty()) {
            String what = name == null ? "?" : name;
            return Values.of(Value.NULL, new Value.Text(""), Value.UNKNOWN).because(Cause.Kind.SETTING, what);
        }
        return switch (evaluator.session()) {
            case EMPTY -> Values.of(new Value.Text(""));
            case UNSET -> missingOk ? Values.of(Value.NULL) : Values.error("42704");
            case TENANT -> tenant(template.get(), String.valueOf(name));
        };
    }

    private Values tenant(String template, String name) {
        if (template.strip().startsWith("{") && !template.strip().equals("{tenant}")) {
            return Casts.json(template, name);
        }
        return Values.of(ofTemplate(template, evaluator.knowledge().principals()));
    }

    /** What a template stands for; {@code principals}: what is filled in is a person, not the tenant. */
    static Value ofTemplate(String template, boolean principals) {
        if (template.equals("{tenant}") && !principals) {
            return Value.Id.OWN;
        }
        return template.contains("{tenant}") ? new Value.Id(true, Value.Id.PRINCIPAL, true) : new Value.Text(template);
    }

    private Values path(List<Values> arguments) {
        Values result = arguments.getFirst();
        for (int i = 1; i < arguments.size(); i++) {
            boolean last = i == arguments.size() - 1;
            result = result.strict(
                    arguments.get(i),
                    (document, step) -> document instanceof Value.Claims claims && step instanceof Value.Text text
                            ? evaluator.operators().claim(claims, claims.json().path(text.text()), text.text(), last)
                            : Values.of(Value.UNKNOWN, Value.NULL));
        }
        return result;
    }

    /**
     * A function that could not be opened. One that takes no argument and reads a tenant setting is taken to give the
     * tenant; of any other nothing is known.
     */
    private Values unopened(Expression.Call call) {
        Optional<Function> function = evaluator.knowledge().bodies().function(call);
        boolean readsTenant = function.map(Function::body).stream()
                .flatMap(body -> SettingsRead.inText(body).stream())
                .anyMatch(name -> evaluator.knowledge().template(name).isPresent());
        String name = function.map(f -> f.schema() + "." + f.name() + "()").orElse(call.name() + "()");
        if (readsTenant && call.arguments().isEmpty() && evaluator.session() == SessionState.TENANT) {
            return Values.of(Value.Id.OWN);
        }
        return Values.anything(Cause.Kind.FUNCTION, name);
    }
}
