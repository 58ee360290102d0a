package dev.partywall.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.testing.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The advisor over databases whose truth is known, each with a flaw and its proof, or sound although it looks flawed. */
class ZooTest {
    /** The flaw is real and told, the fix closes it and silences what told of it, and nothing sound is accused. */
    @ParameterizedTest
    @MethodSource("dev.partywall.advisor.ZooCase#some")
    void tellsTheTruth(ZooCase zoo) throws SQLException, IOException {
        TestDatabase database = zoo.create();
        Advice advice = advise(zoo, database);
        assertThat(elsewhere(zoo, advice)).isEmpty();
        if (zoo.isFlawed()) {
            assertThat(zoo.exploit(database)).isNotEmpty().allMatch(word -> word.startsWith("LEAK"));
            assertThat(told(advice).filter(finding -> zoo.isAbout(finding.object())))
                    .extracting(Finding::id)
                    .containsAnyElementsOf(zoo.words());
            database.execute(zoo.fix(database));
            assertThat(told(advise(zoo, database)).filter(finding -> zoo.isTarget(finding.object())))
                    .extracting(Finding::id)
                    .doesNotContain(zoo.flaw());
        }
        assertThat(zoo.exploit(database)).noneMatch(word -> word.startsWith("LEAK"));
    }

    private static Advice advise(ZooCase zoo, TestDatabase database) {
        Advice advice = new Advisor().advise(zoo.inspect(database, false));
        assertThat(advice.failures()).isEmpty();
        return advice;
    }

    private static List<Finding> elsewhere(ZooCase zoo, Advice advice) {
        return told(advice)
                .filter(finding -> !zoo.isAbout(finding.object()) && !zoo.tolerates(finding))
                .toList();
    }

    private static Stream<Finding> told(Advice advice) {
        return advice.findings().stream().filter(finding -> finding.severity() != Severity.INFO);
    }
}
