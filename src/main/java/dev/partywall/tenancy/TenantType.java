package dev.partywall.tenancy;

import dev.partywall.failure.Failure;
import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a tenant id must look like to fit its column; said before the server would say it less clearly. */
public final class TenantType {
    private static final Pattern UUID = Pattern.compile("\\{?[0-9a-fA-F]{4}(-?[0-9a-fA-F]{4}){7}}?");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,30}");
    private static final Map<String, Integer> BITS = Map.of("smallint", 15, "integer", 31, "bigint", 63);

    private TenantType() {}

    /**
     * Checks an id.
     *
     * @param type the tenancy's tenant type; null when unknown, and then anything without a NUL will do
     * @throws Failure when the id cannot be one
     */
    public static void check(String id, @Nullable String type) {
        if (id.isEmpty()) {
            throw Failure.usage("No tenant was named.", "Name one, or look through the lens Nobody instead.");
        }
        if (id.indexOf('\0') >= 0) {
            throw Failure.usage("A tenant id cannot contain the character NUL.", "Check where the id comes from.");
        }
        if (type != null && !fits(id, type)) {
            throw Failure.usage(
                    "\"" + shortened(id) + "\" cannot be a tenant here: tenant ids are of type " + type + ".",
                    example(type));
        }
    }

    /** Whether the text is a value of the type. */
    public static boolean fits(String id, String type) {
        Integer bits = BITS.get(type);
        if (bits != null) {
            return NUMBER.matcher(id).matches() && inRange(new BigInteger(id.replace("+", "")), bits);
        }
        return switch (type) {
            case "uuid" -> UUID.matcher(id).matches();
            case "numeric" -> id.matches("[-+]?\\d+(\\.\\d+)?");
            default -> true;
        };
    }

    private static boolean inRange(BigInteger number, int bits) {
        BigInteger limit = BigInteger.ONE.shiftLeft(bits);
        return number.compareTo(limit) < 0 && number.compareTo(limit.negate()) >= 0;
    }

    private static String example(String type) {
        return type.equals("uuid")
                ? "Give a uuid like 0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001, or choose the tenant by name."
                : "Give a whole number within the type's range, or choose the tenant by name.";
    }

    private static String shortened(String id) {
        return id.length() <= 60 ? id : id.substring(0, 57) + "...";
    }
}
