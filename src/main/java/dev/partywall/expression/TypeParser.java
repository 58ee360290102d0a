package dev.partywall.expression;

import dev.partywall.catalog.Identifiers;
import java.util.ArrayList;
import java.util.List;

/** Type names as casts have them: {@code character varying(20)}, {@code timestamp(3) with time zone}, {@code app."Id"[]}. */
final class TypeParser {
    private final TokenStream tokens;

    TypeParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    TypeName type() {
        String name = name();
        List<String> modifiers = modifiers();
        return new TypeName(name + zone(name), modifiers, dimensions());
    }

    private String name() {
        StringBuilder name = new StringBuilder(part());
        if (tokens.accept("varying") || tokens.accept("precision")) {
            name.append(name.toString().equals("double") ? " precision" : " varying");
        }
        while (tokens.acceptSymbol(".")) {
            name.append('.').append(part());
        }
        String schema = "pg_catalog.";
        return name.toString().startsWith(schema) ? name.substring(schema.length()) : name.toString();
    }

    private String part() {
        Token token = tokens.next();
        if (!token.isName()) {
            throw new ParseTrouble("a type expected");
        }
        boolean quoted = token.kind() == Token.Kind.QUOTED_NAME;
        return !quoted ? token.text() : token.text().equals("char") ? "\"char\"" : Identifiers.quote(token.text());
    }

    private List<String> modifiers() {
        List<String> modifiers = new ArrayList<>();
        if (tokens.acceptSymbol("(")) {
            while (!tokens.acceptSymbol(")")) {
                modifiers.add(tokens.next().text());
                tokens.acceptSymbol(",");
                if (tokens.atEnd()) {
                    throw new ParseTrouble("a type never ends");
                }
            }
        }
        return modifiers;
    }

    private String zone(String name) {
        if (!name.equals("timestamp") && !name.equals("time")) {
            return "";
        }
        if (tokens.accept("with", "time", "zone")) {
            return " with time zone";
        }
        return tokens.accept("without", "time", "zone") ? " without time zone" : "";
    }

    private int dimensions() {
        int dimensions = 0;
        while (tokens.at("[") && (tokens.peek(1).is("]") || tokens.peek(2).is("]"))) {
            tokens.next();
            if (!tokens.at("]")) {
                tokens.next();
            }
            tokens.next();
            dimensions++;
        }
        return dimensions;
    }
}
