package dev.partywall.advisor;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One finding that is not to fail a run.
 *
 * @param id and {@code object} are there for people who review the file; the fingerprint decides
 * @param reason why; null for what was merely there when the baseline was taken
 * @param author who says so; never null where there is a reason
 * @param expires the last day on which it counts; null: until the finding is gone
 */
public record Acceptance(
        String fingerprint,
        String id,
        String object,
        @Nullable String reason,
        @Nullable String author,
        @Nullable LocalDate expires) {
    public Acceptance {
        if (reason != null && (reason.isBlank() || author == null || author.isBlank())) {
            throw new IllegalArgumentException("a suppression needs a reason and an author");
        }
    }

    /** What was found, without a reason. */
    public static Acceptance of(Finding finding) {
        return new Acceptance(finding.fingerprint(), finding.id(), objectOf(finding), null, null, null);
    }

    /** Suppressed for a reason, by somebody, and perhaps not for ever. */
    public static Acceptance of(Finding finding, String reason, String author, @Nullable LocalDate expires) {
        return new Acceptance(finding.fingerprint(), finding.id(), objectOf(finding), reason, author, expires);
    }

    public boolean isExpired(LocalDate today) {
        return expires != null && today.isAfter(expires);
    }

    private static String objectOf(Finding finding) {
        return java.util.stream.Stream.of(
                        finding.object().schema(),
                        finding.object().table(),
                        finding.object().name())
                .filter(java.util.Objects::nonNull)
                .collect(java.util.stream.Collectors.joining("."));
    }
}
