package dev.partywall.advisor;

import java.util.Set;
import java.util.regex.Pattern;

/** Values that designs use for "no tenant": asked for where a session has none, and nobody's unless somebody chose so. */
public final class Nobody {
    private static final Pattern NUMBER_OR_NIL = Pattern.compile("0+|-\\d+|0{8}(-0{4}){3}-0{12}|f{8}(-f{4}){3}-f{12}");
    private static final Set<String> WORDS = Set.of(
            "none",
            "null",
            "nil",
            "nobody",
            "unset",
            "undefined",
            "unknown",
            "invalid",
            "anonymous",
            "missing",
            "no tenant");

    private Nobody() {}

    /** Whether a value stands for no tenant by custom. That no tenant bears it is for the data to show. */
    public static boolean is(String value) {
        String plain = value.strip().toLowerCase(java.util.Locale.ROOT);
        String words = plain.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return words.isEmpty() || NUMBER_OR_NIL.matcher(plain).matches() || WORDS.contains(words);
    }
}
