package dev.partywall.advisor;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One finding that is not to fail a run: known since a baseline was taken, or suppressed for a reason.
 *
 * @param id and {@code object} are there for people who review the file; the fingerprint decides
 * @param severity how bad it was when it was accepted: a worse finding of the same print is not covered; null: any
 * @param reason why; null for what was merely there when the baseline was taken
 * @param author who says so; never null where there is a reason
 * @param expires the last day on which it counts; never null where there is a reason
 */
public record Acceptance(
        String fingerprint,
        String id,
        String object,
        @Nullable Severity severity,
        @Nullable String reason,
        @Nullable String author,
        @Nullable LocalDate expires) {
    public Acceptance {
        boolean reviewed = !isBlank(reason) && !isBlank(author) && expires != null && severity != null;
        if (reason != null && !reviewed) {
            throw new IllegalArgumentException("a suppression needs a severity, a reason, an author and a last day");
        }
    }

    /** What was found, without a reason. */
    public static Acceptance of(Finding finding) {
        return new Acceptance(
                finding.fingerprint(), finding.id(), objectOf(finding), finding.severity(), null, null, null);
    }

    /**
     * Suppressed for a reason, by somebody, up to a day.
     *
     * @throws IllegalArgumentException when reason or author are blank
     */
    public static Acceptance of(Finding finding, String reason, String author, LocalDate expires) {
        return new Acceptance(
                finding.fingerprint(),
                finding.id(),
                objectOf(finding),
                finding.severity(),
                reason.strip(),
                author.strip(),
                expires);
    }

    /** Whether somebody gave a reason, instead of taking what was there. */
    public boolean isSuppression() {
        return reason != null;
    }

    public boolean isExpired(LocalDate today) {
        return expires != null && today.isAfter(expires);
    }

    /** Whether it speaks of this finding, and of nothing worse than was accepted. */
    public boolean covers(Finding finding) {
        return fingerprint.equals(finding.fingerprint()) && (severity == null || severity.atLeast(finding.severity()));
    }

    /** In plain words: {@code suppressed by ann until 2026-12-31: a copy nobody reads}, or {@code known from the baseline}. */
    public String words() {
        return reason == null
                ? "known from the baseline"
                : "suppressed by " + author + " until " + expires + ": " + reason;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String objectOf(Finding finding) {
        return Stream.of(
                        finding.object().schema(),
                        finding.object().table(),
                        finding.object().name())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }
}
