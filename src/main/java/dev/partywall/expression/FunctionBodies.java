package dev.partywall.expression;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Function;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Opens the functions an expression calls in place, where their bodies are simple enough to be read as an expression. */
public final class FunctionBodies {
    private static final int DEPTH = 6;

    private final Map<String, List<Function>> functions = new HashMap<>();
    private final Map<Long, Optional<Expression>> bodies = new ConcurrentHashMap<>();
    private final SourceNames sources;

    public FunctionBodies(CatalogSnapshot snapshot) {
        this.sources = new SourceNames(snapshot);
        for (Function function : snapshot.functions()) {
            functions
                    .computeIfAbsent(function.name(), name -> new ArrayList<>())
                    .add(function);
        }
    }

    /** The expression with every call that can be opened replaced by {@link Expression.Opened}, functions within functions too. */
    public Expression open(Expression expression) {
        return open(expression, 0);
    }

    /** The function a call means, when only one can be meant. */
    public Optional<Function> function(Expression.Call call) {
        List<Function> candidates = functions.getOrDefault(call.name(), List.of()).stream()
                .filter(function -> call.schema() == null || function.schema().equals(call.schema()))
                .filter(function ->
                        ArgumentNames.of(function).size() >= call.arguments().size())
                .toList();
        List<Function> exact = candidates.stream()
                .filter(function ->
                        ArgumentNames.of(function).size() == call.arguments().size())
                .toList();
        List<Function> fitting = exact.isEmpty() ? candidates : exact;
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private Expression open(Expression expression, int depth) {
        return Rewriting.of(
                expression, part -> part instanceof Expression.Call call && depth < DEPTH ? opened(call, depth) : part);
    }

    private Expression opened(Expression.Call call, int depth) {
        Optional<Function> function = function(call);
        Optional<Expression> body = function.flatMap(this::body);
        if (function.isEmpty() || body.isEmpty()) {
            return call;
        }
        Expression filled = fill(body.get(), function.get(), call.arguments());
        return new Expression.Opened(call, function.get(), open(filled, depth + 1));
    }

    private Optional<Expression> body(Function function) {
        return bodies.computeIfAbsent(
                function.oid(), oid -> BodyParser.parse(function).map(body -> sources.qualified(body, function)));
    }

    private static Expression fill(Expression body, Function function, List<Expression> arguments) {
        List<String> names = ArgumentNames.of(function);
        Map<String, Expression> byName = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            Expression argument = arguments.get(i);
            boolean named = argument instanceof Expression.Argument a && a.name() != null;
            String name = named ? ((Expression.Argument) argument).name() : names.get(i);
            byName.put(name, argument instanceof Expression.Argument a ? a.value() : argument);
            byName.put("$" + (i + 1), argument);
        }
        return Rewriting.of(body, part -> replaced(part, function, byName));
    }

    private static Expression replaced(Expression part, Function function, Map<String, Expression> arguments) {
        return switch (part) {
            case Expression.Parameter parameter -> arguments.getOrDefault("$" + parameter.number(), parameter);
            case Expression.ColumnRef column -> {
                boolean own = column.path().size() == 1 || function.name().equals(column.qualifier());
                yield own ? arguments.getOrDefault(column.name(), column) : column;
            }
            default -> part;
        };
    }
}
