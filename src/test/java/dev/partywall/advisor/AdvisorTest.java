package dev.partywall.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.ObjectRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdvisorTest {
    private record Saying(String id, List<Severity> severities) implements Rule {
        @Override
        public List<Finding> check(Inspection inspection) {
            return severities.stream()
                    .map(severity ->
                            new Finding(id, severity, Direction.NEUTRAL, ObjectRef.role("r"), "t", "d", "e", "f"))
                    .toList();
        }
    }

    private record Breaking(String id) implements Rule {
        @Override
        public List<Finding> check(Inspection inspection) {
            throw new IllegalStateException("no such relation");
        }
    }

    @Test
    void oneRuleThatBreaksIsNamedAndTheOthersRun() {
        Advice advice = new Advisor(List.of(new Breaking("broken"), new Saying("well", List.of(Severity.LOW))))
                .advise(inspection());
        assertThat(advice.complete()).isFalse();
        assertThat(advice.failures()).extracting(Advice.Failed::id).containsExactly("broken");
        assertThat(advice.findings()).extracting(Finding::id).containsExactly("well");
    }

    @Test
    void theWorstComesFirst() {
        Advice advice = new Advisor(List.of(
                        new Saying("b", List.of(Severity.LOW)),
                        new Saying("a", List.of(Severity.INFO, Severity.CRITICAL))))
                .advise(inspection());
        assertThat(advice.complete()).isTrue();
        assertThat(advice.findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.CRITICAL, Severity.LOW, Severity.INFO);
    }

    /** These rules look at nothing. */
    @SuppressWarnings("NullAway")
    private static Inspection inspection() {
        return new Inspection(null, null, null, null, null);
    }
}
