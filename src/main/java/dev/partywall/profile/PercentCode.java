package dev.partywall.profile;

import dev.partywall.failure.Failure;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as libpq reads it: a plus sign is a plus sign. */
final class PercentCode {
    private PercentCode() {}

    /** @throws Failure for a percent sign that two hexadecimal digits do not follow */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                decoded.write(octet(bytes, i));
                i += 2;
            } else {
                decoded.write(bytes[i]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    private static int octet(byte[] bytes, int at) {
        int high = at + 2 < bytes.length ? Character.digit(bytes[at + 1], 16) : -1;
        int low = at + 2 < bytes.length ? Character.digit(bytes[at + 2], 16) : -1;
        if (high < 0 || low < 0 || high + low == 0) {
            throw Failure.usage(
                    "The connection string has a percent sign that two hexadecimal digits do not follow.",
                    "Write a percent sign itself as %25.");
        }
        return high * 16 + low;
    }
}
