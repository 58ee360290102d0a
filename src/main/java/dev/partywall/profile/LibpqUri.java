package dev.partywall.profile;

import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** {@code [user[:password]@][host[:port][,...]][/database][?parameters]} (PostgreSQL: Connection URIs). */
final class LibpqUri {
    /** Parameters other programs put into such a URI, and that say nothing about the connection. */
    private static final Set<String> OF_OTHERS = Set.of(
            "schema", "connection_limit", "pool_timeout", "socket_timeout", "statement_cache_size", "uselibpqcompat");

    private LibpqUri() {}

    /** @param text what follows {@code postgresql://} */
    static void parse(String text, Parameters parameters) {
        parse(text, parameters, LibpqUri::parameter);
    }

    static void parse(String text, Parameters into, ParameterReader reader) {
        int question = text.indexOf('?');
        String place = question < 0 ? text : text.substring(0, question);
        int slash = place.indexOf('/');
        authority(slash < 0 ? place : place.substring(0, slash), into);
        if (slash >= 0 && slash + 1 < place.length()) {
            into.libpq("dbname", PercentCode.decode(place.substring(slash + 1)));
        }
        if (question >= 0) {
            query(text.substring(question + 1), (key, value) -> reader.read(key, value, into));
        }
    }

    /** What to make of one parameter. */
    @FunctionalInterface
    interface ParameterReader {
        void read(String key, String value, Parameters into);
    }

    private static void authority(String text, Parameters into) {
        int at = text.lastIndexOf('@');
        if (at >= 0) {
            login(text.substring(0, at), into);
        }
        hosts(text.substring(at + 1), into);
    }

    private static void login(String text, Parameters into) {
        int colon = text.indexOf(':');
        String user = PercentCode.decode(colon < 0 ? text : text.substring(0, colon));
        if (!user.isEmpty()) {
            into.libpq("user", user);
        }
        if (colon >= 0 && colon + 1 < text.length()) {
            into.libpq("password", PercentCode.decode(text.substring(colon + 1)));
        }
    }

    private static void hosts(String text, Parameters into) {
        if (text.isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            int colon = portColon(each);
            names.add(PercentCode.decode(unbracketed(colon < 0 ? each : each.substring(0, colon))));
            ports.add(colon < 0 ? "" : each.substring(colon + 1));
        }
        into.libpq("host", String.join(",", names));
        if (!ports.stream().allMatch(String::isEmpty)) {
            into.libpq("port", String.join(",", ports));
        }
    }

    private static int portColon(String host) {
        int from = host.startsWith("[") ? host.indexOf(']') : 0;
        if (from < 0) {
            throw Failure.usage("The connection string has a [ without a ].", "Write an IPv6 address as [::1].");
        }
        return host.indexOf(':', from);
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static void query(String text, BiConsumer<String, String> parameter) {
        for (String each : text.split("&")) {
            int equals = each.indexOf('=');
            if (equals < 0 && !each.isEmpty()) {
                throw Failure.usage(
                        "A parameter of the connection string has no value.", "Write each after the ? as name=value.");
            }
            if (!each.isEmpty()) {
                parameter.accept(
                        PercentCode.decode(each.substring(0, equals)), PercentCode.decode(each.substring(equals + 1)));
            }
        }
    }

    private static void parameter(String key, String value, Parameters into) {
        if (key.equals("ssl")) {
            into.libpq("sslmode", value.equals("true") ? "require" : "prefer");
        } else if (key.equals("pgbouncer")) {
            into.driver("prepareThreshold", "0");
        } else if (!OF_OTHERS.contains(key)) {
            into.libpq(key, value);
        }
    }
}
