package dev.partywall.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The advisor over databases whose truth is known, each with a flaw and its proof, or sound although it looks flawed. */
class ZooTest {
    static Stream<ZooCase> cases() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/zoo"))) {
            return folders.filter(Files::isDirectory).sorted().map(ZooCase::read).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheFlawAndAccusesNothingElse(ZooCase zoo) {
        Advice advice = new Advisor().advise(zoo.inspect(zoo.create(), false));
        assertThat(advice.failures()).isEmpty();
        assertThat(advice.findings()).extracting(Finding::fingerprint).doesNotHaveDuplicates();
        List<Finding> elsewhere = advice.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .filter(finding -> !zoo.isAbout(finding.object()) && !zoo.tolerates(finding))
                .toList();
        assertThat(elsewhere).isEmpty();
        if (zoo.isFlawed()) {
            assertThat(advice.findings())
                    .filteredOn(finding -> finding.id().equals(zoo.flaw()))
                    .anyMatch(finding -> zoo.isAbout(finding.object()));
        }
    }
}
