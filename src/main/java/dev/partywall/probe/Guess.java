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
 * @param of the tenant it resembles; empty for words that some designs treat as a master key
 * @param alike whether it is the same id but for case or blanks, which a design may well mean to ignore
 */
public record Guess(String value, String of, boolean alike) {
    private static final List<String> WORDS =
            List.of("*", "%", "_", "all", "admin", "system", "root", "0", "-1", "null", "public");
    private static final List<String> NUMBERS = List.of("0", "-1");
    private static final String NIL = "00000000-0000-0000-0000-000000000000";
    private static final Pattern LETTERS_ONLY = Pattern.compile(".*\\p{L}.*");

    /** What to try, given the type of the tenant; never a value that is a tenant's. */
    static List<Guess> of(String type, List<String> tenants, Set<String> known) {
        Stream<Guess> guesses = switch (type) {
            case "uuid" -> Stream.of(word(NIL), word("%"));
            case "smallint", "integer", "bigint", "numeric" ->
                Stream.concat(NUMBERS.stream().map(Guess::word), Stream.of(word("%")));
            default ->
                Stream.concat(
                        WORDS.stream().map(Guess::word),
                        tenants.stream().limit(2).flatMap(Guess::like));
        };
        List<Guess> unknown = new ArrayList<>();
        guesses.filter(guess -> !known.contains(guess.value()))
                .filter(guess ->
                        unknown.stream().noneMatch(other -> other.value().equals(guess.value())))
                .forEach(unknown::add);
        return List.copyOf(unknown);
    }

    private static Guess word(String value) {
        return new Guess(value, "", false);
    }

    private static Stream<Guess> like(String tenant) {
        Stream.Builder<Guess> guesses = Stream.builder();
        if (LETTERS_ONLY.matcher(tenant).matches()) {
            String upper = tenant.toUpperCase(Locale.ROOT);
            guesses.add(new Guess(upper.equals(tenant) ? tenant.toLowerCase(Locale.ROOT) : upper, tenant, true));
        }
        guesses.add(new Guess(" " + tenant + " ", tenant, true));
        guesses.add(new Guess(tenant + "x", tenant, false));
        guesses.add(new Guess("x" + tenant, tenant, false));
        if (tenant.length() > 1) {
            guesses.add(new Guess(tenant.substring(0, (tenant.length() + 1) / 2), tenant, false));
            guesses.add(new Guess("_" + tenant.substring(1), tenant, false));
        }
        return guesses.build();
    }

    /** The owners whose rows may come of it without harm. */
    public Set<String> harmless() {
        return alike ? Set.of(of) : Set.of();
    }
}
