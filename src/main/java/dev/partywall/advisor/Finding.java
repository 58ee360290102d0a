package dev.partywall.advisor;

import dev.partywall.catalog.ObjectRef;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a rule or a scan reports.
 *
 * @param id the flaw's word, {@code rls-disabled} say
 * @param title one line: what is wrong with which object
 * @param detail what it means for tenants
 * @param evidence what in the catalogue or the data shows it
 * @param fix SQL that closes it, or a sentence where SQL cannot
 * @param part which part of the object it is about, where one object can have several such findings: an extension of a
 *     database, say; empty where the object says it all
 */
public record Finding(
        String id,
        Severity severity,
        Direction direction,
        ObjectRef object,
        String title,
        String detail,
        String evidence,
        String fix,
        String part) {
    /** About the whole object. */
    public Finding(
            String id,
            Severity severity,
            Direction direction,
            ObjectRef object,
            String title,
            String detail,
            String evidence,
            String fix) {
        this(id, severity, direction, object, title, detail, evidence, fix, "");
    }

    /** The same about one part of the object, which tells it from others of its kind. */
    public Finding about(String what) {
        return new Finding(id, severity, direction, object, title, detail, evidence, fix, what);
    }

    /**
     * Stays the same from run to run and across environments: the id and the object, nothing that drifts. The database's
     * own name is left out, since staging and production differ in it.
     */
    public String fingerprint() {
        String name = object.kind() == ObjectRef.Kind.DATABASE ? "" : object.name();
        String key = String.join("\u001f", id, object.kind().word(), text(object.schema()), text(object.table()), name);
        if (!part.isEmpty()) {
            key += "\u001f" + part;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static String text(@org.jspecify.annotations.Nullable String part) {
        return part == null ? "" : part;
    }
}
