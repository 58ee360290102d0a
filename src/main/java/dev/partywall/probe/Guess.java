package dev.partywall.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A value of the tenant setting that is no tenant's, tried because a comparison weaker than equality takes it for one.
 *
 * @param harmless the tenants whose rows may come of it without harm: it is the same id but for case, blanks or quotes,
 *     or a list of ids, which a design may well mean to understand
 */
public record Guess(String value, Set<String> harmless) {
    private static final List<String> WORDS =
            List.of("*", "%", "_", "all", "admin", "system", "root", "0", "-1", "null", "public");
    private static final List<String> NUMBERS = List.of("0", "-1", "%", "1 OR true");
    private static final List<String> UUIDS = List.of("00000000-0000-0000-0000-000000000000", "%");
    private static final Pattern LETTERS_ONLY = Pattern.compile(".*\\p{L}.*");
    private static final String VERY_LONG = "x".repeat(10_000);

    public Guess {
        harmless = Set.copyOf(harmless);
    }

    /** What to try, given the type of the tenant; never a value that is a tenant's. */
    static List<Guess> of(String type, List<String> tenants, Set<String> known) {
        List<String> words = switch (type) {
            case "uuid" -> UUIDS;
            case "smallint", "integer", "bigint", "numeric" -> NUMBERS;
            default -> WORDS;
        };
        boolean text = words == WORDS;
        List<Guess> unknown = new ArrayList<>();
        Stream.of(
                        words.stream().map(word -> new Guess(word, Set.of())),
                        tenants.stream().limit(1).flatMap(tenant -> alike(tenant, tenants)),
                        tenants.stream().limit(text ? 2 : 1).flatMap(tenant -> near(tenant, text)))
                .flatMap(guesses -> guesses)
                .filter(guess -> !known.contains(guess.value()))
                .filter(guess ->
                        unknown.stream().noneMatch(other -> other.value().equals(guess.value())))
                .forEach(unknown::add);
        return List.copyOf(unknown);
    }

    /** The same id in another spelling. */
    private static Stream<Guess> alike(String tenant, List<String> tenants) {
        Set<String> one = Set.of(tenant);
        Stream.Builder<Guess> guesses = Stream.builder();
        if (LETTERS_ONLY.matcher(tenant).matches()) {
            String upper = tenant.toUpperCase(Locale.ROOT);
            guesses.add(new Guess(upper.equals(tenant) ? tenant.toLowerCase(Locale.ROOT) : upper, one));
        }
        guesses.add(new Guess(" " + tenant + " ", one));
        guesses.add(new Guess("'" + tenant + "'", one));
        guesses.add(new Guess("\"" + tenant + "\"", one));
        List<String> two = tenants.stream().limit(2).toList();
        guesses.add(new Guess(String.join(",", two) + (two.size() < 2 ? "," : ""), Set.copyOf(two)));
        return guesses.build();
    }

    /** What an equality tells apart, and what cuts off, matches patterns or compares beginnings does not. */
    private static Stream<Guess> near(String tenant, boolean text) {
        Stream.Builder<Guess> guesses = Stream.builder();
        guesses.add(new Guess(tenant + "x", Set.of()));
        guesses.add(new Guess(tenant + "%", Set.of()));
        guesses.add(new Guess(tenant + VERY_LONG, Set.of()));
        if (text) {
            guesses.add(new Guess("x" + tenant, Set.of()));
        }
        if (text && tenant.length() > 1) {
            guesses.add(new Guess(tenant.substring(0, (tenant.length() + 1) / 2), Set.of()));
            guesses.add(new Guess("_" + tenant.substring(1), Set.of()));
        }
        return guesses.build();
    }

    /** The value as far as it can be shown. */
    public String shown() {
        return value.length() <= 60 ? value : value.substring(0, 60) + "... (" + value.length() + " characters)";
    }
}
