package dev.partywall.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.advisor.rules.ServerWithKnownFlaws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {
    static Stream<Rule> rules() {
        return Rules.all().stream();
    }

    @Test
    void everyRuleInTheFolderIsListedOnce() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/partywall/advisor/rules"))) {
            List<String> written = files.filter(RulesTest::isRule)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList();
            assertThat(Rules.all())
                    .extracting(rule -> rule.getClass().getSimpleName())
                    .containsExactlyInAnyOrderElementsOf(written);
        }
    }

    private static boolean isRule(Path file) {
        try {
            return file.toString().endsWith(".java") && Files.readString(file).contains("implements Rule");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyFamilyHasRulesButTheOneOfTheScans() {
        assertThat(Family.values())
                .allSatisfy(family ->
                        assertThat(Rules.of(family).isEmpty()).as(family.word()).isEqualTo(family == Family.DATA));
        assertThat(Rules.familyOf("rls-disabled")).isEqualTo(Family.OPEN_ROWS);
        assertThat(Rules.familyOf("null-tenant-rows")).isEqualTo(Family.DATA);
    }

    @Test
    void noTwoRulesBearTheSameWord() {
        assertThat(Rules.all()).extracting(Rule::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void eachRuleHasAPageThatTeaches(Rule rule) {
        Page page = Page.of(rule.id()).orElseThrow();
        assertThat(page.title()).isNotBlank();
        assertThat(page.markdown())
                .startsWith("# ")
                .contains("What it means.", "How it is detected.", "How to fix it.", "When it is a false alarm.");
    }

    /** Proven on a real server, from sound to broken to fixed to what only looks alike. */
    @ParameterizedTest
    @MethodSource("rules")
    void eachRuleIsHeldToItsWord(Rule rule) throws IOException {
        Path test = Path.of(
                "src/test/java/dev/partywall/advisor/rules", rule.getClass().getSimpleName() + "Test.java");
        assertThat(test).exists();
        if (rule.getClass() != ServerWithKnownFlaws.class) {
            assertThat(Files.readString(test)).containsAnyOf("extends RuleProof", "PolicyWorld");
        }
    }

    @Test
    void anUnknownWordHasNoPage() {
        assertThat(Page.of("nonesuch")).isEmpty();
    }
}
