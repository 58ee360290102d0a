package dev.partywall.profile;

import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Connection parameters as they are found, by libpq keyword or driver property; what is found first stays. */
final class Parameters {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> notices = new ArrayList<>();

    /**
     * A parameter of libpq.
     *
     * @throws Failure for a keyword libpq does not know
     */
    void libpq(String keyword, String value) {
        if (Keyword.named(keyword) != null) {
            values.putIfAbsent(keyword, value);
        } else if (Keyword.beyondTheDriver(keyword)) {
            throw Failure.usage(
                    "The PostgreSQL JDBC driver cannot do " + keyword + ".", "Remove it from the connection string.");
        } else if (!Keyword.withoutEffect(keyword)) {
            throw unknown(keyword);
        }
    }

    /** A property of the driver, which libpq has no keyword for. */
    void driver(String property, String value) {
        values.putIfAbsent(property, value);
    }

    static Failure unknown(String keyword) {
        return Failure.usage(
                "The connection string has a parameter PostgreSQL does not know: " + keyword + ".",
                "Remove it; if it is part of a password, write @ : / ? # and % there percent-encoded.");
    }

    /** What the person should know, though it stops nothing. */
    void notice(String sentence) {
        notices.add(sentence);
    }

    List<String> notices() {
        return notices;
    }

    @Nullable
    String get(String name) {
        return values.get(name);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Everything but who and where, by the driver's names. */
    Map<String, String> forDriver() {
        Map<String, String> properties = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            Keyword keyword = Keyword.named(name);
            if (keyword == null) {
                properties.put(name, value);
            } else if (keyword.property() != null) {
                properties.put(keyword.property(), DriverValue.of(name, value));
            }
        });
        DriverValue.systemCertificates(properties);
        return properties;
    }
}
