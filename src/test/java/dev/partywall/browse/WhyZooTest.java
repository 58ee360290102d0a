package dev.partywall.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.advisor.ZooCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same on databases with flaws of every kind. {@code -Dpartywall.zoo.cases=} names another folder of cases. */
class WhyZooTest {
    private static final Path CASES = Path.of(System.getProperty("partywall.zoo.cases", "src/test/resources/zoo"));

    static Stream<ZooCase> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).sorted().map(ZooCase::read).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theServerShowsWhatWasWorkedOut(ZooCase zoo) {
        WhyAgainstServer tried = WhyAgainstServer.on(zoo.open(zoo.create(), false), zoo.id());

        assertThat(tried.explained()).isPositive();
        assertThat(tried.mismatches()).isEmpty();
    }
}
