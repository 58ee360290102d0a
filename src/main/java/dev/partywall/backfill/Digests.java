package dev.partywall.backfill;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256, as hexadecimal text. */
final class Digests {
    private Digests() {}

    static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Of a table's columns, their names and types: what a plan was made for. */
    static String ofColumns(dev.partywall.catalog.Relation table) {
        List<String> columns = table.columns().stream()
                .map(column -> column.name() + "\u0000" + column.type())
                .sorted()
                .toList();
        return of(String.join("\u0001", columns).getBytes(StandardCharsets.UTF_8));
    }
}
