package dev.partywall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.browse.Place;
import dev.partywall.testing.Shop;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line offers beyond the first page. */
class BrowseCommandTest {
    private static String url = "";

    @BeforeAll
    static void open() {
        url = Shop.create().database().url().substring("jdbc:".length());
    }

    private static Cli run(String... arguments) {
        Stream<String> where = Stream.of(
                "--app-url",
                url + "?user=shop_app",
                "--bypass-url",
                url + "?user=shop_bypass",
                "--setting",
                "app.tenant",
                "--tenant-column",
                "tenant");
        return Cli.run(Stream.concat(Arrays.stream(arguments), where).toArray(String[]::new));
    }

    private static List<String> ids(Cli run) {
        return run.out().lines().skip(1).map(line -> line.split(",", 2)[0]).toList();
    }

    @Test
    void pagesGoBothWays() {
        assertThat(ids(run("browse", "ord", "--tenant", "acme", "--limit", "2", "--format", "csv", "--last")))
                .containsExactly("57", "60");
        assertThat(ids(run("browse", "ord", "--tenant", "acme", "--limit", "2", "--format", "csv", "--before", "57")))
                .containsExactly("51", "54");
        assertThat(ids(run("browse", "ord", "--tenant", "acme", "--limit", "2", "--format", "csv", "--at", "55")))
                .containsExactly("57", "60");
        Cli next = run("browse", "ord", "--everyone", "--limit", "3", "--format", "csv", "--sort", "note", "--desc");
        assertThat(next.err()).as("NULLs come first").contains("--after ,");
        assertThat(run("browse", "ord", "--tenant", "acme", "--last", "--at", "1")
                        .exit())
                .isEqualTo(64);
    }

    @Test
    void filtersSayWhatTheyMean() {
        assertThat(ids(run("browse", "ord", "--tenant", "acme", "--format", "csv", "--filter", "id>=54")))
                .containsExactly("54", "57", "60");
        assertThat(run("browse", "ord", "--tenant", "acme", "--count", "--null", "note")
                        .out())
                .isEqualTo("6\n");
        assertThat(run("browse", "ord", "--tenant", "acme", "--count", "--filter", "note~SHOES 1")
                        .out())
                .isNotEqualTo("0\n");
        assertThat(run("browse", "ord", "--tenant", "acme", "--count", "--filter", "doc@>{\"n\": 2}")
                        .out())
                .isEqualTo("5\n");
        Cli search = run("browse", "ord", "--tenant", "acme", "--count", "--search", "shoe -7", "--show-sql");
        assertThat(search.out()).isEqualTo("14\n");
        assertThat(search.err()).contains("websearch_to_tsquery('english'");
        assertThat(run("browse", "keyless", "--tenant", "acme", "--search", "x").err())
                .contains("no index for full-text search");
    }

    @Test
    void rowsAreComparedByClassAndWithAnother() {
        Cli leaks =
                run("browse", "ord", "--tenant", "acme", "--compare", "--only", "leak,over-hidden", "--format", "csv");
        assertThat(leaks.out().lines().skip(1).map(line -> line.split(",", 3)[0] + line.split(",", 3)[1]))
                .containsExactly("over-hidden3", "leak4");
        assertThat(run("browse", "ord", "--tenant", "acme", "--classes").out())
                .isEqualTo("visible 19\nhidden-other 19\nhidden-no-tenant 20\nleak 1\nover-hidden 1\n");
        assertThat(run("browse", "line", "--tenant", "acme", "--classes").out()).contains("over-hidden ");
        Cli paired = run("browse", "ord", "--tenant", "acme", "--against", "globex", "--format", "csv", "--limit", "0");
        assertThat(paired.err()).contains("1 both");
        Cli nobody = run("browse", "ord", "--tenant", "acme", "--against", "nobody", "--limit", "1000");
        assertThat(nobody.err()).contains("1 both, 19 acme");
    }

    @Test
    void theWholeTableGoesToAWorkbookAndThePlanIsTold(@TempDir Path folder) {
        String file = folder.resolve("ord.xlsx").toString();
        Cli whole = run("browse", "ord", "--tenant", "acme", "--limit", "0", "--format", "xlsx", "--output", file);
        assertThat(whole.err()).contains("20 rows");
        assertThat(Path.of(file)).isNotEmptyFile();
        assertThat(run("browse", "ord", "--tenant", "acme", "--format", "xlsx").exit())
                .isEqualTo(64);
        assertThat(run("browse", "ord", "--tenant", "acme", "--plan").out())
                .contains("<- policy", "As everyone", "times as long as for everyone");
    }

    @Test
    void whoSeesARowIsTold() {
        Cli who = run("why", "ord", "id=4", "--who");
        assertThat(who.exit()).as(who.err()).isZero();
        assertThat(who.out()).contains("sees it  tenant globex", "sees it  nobody (no tenant ever set)");
        Cli why = run("why", "ord", "id=3", "--tenant", "acme");
        assertThat(why.out()).contains("> ").contains("The app connection does not see the row.");
    }

    @Test
    void aPlaceIsWrittenAndReadAgain() {
        Place odd = new Place(Arrays.asList("a,b", null, "", "it's \"so\"", "x"));
        assertThat(PlaceText.of(odd)).isEqualTo("\"a,b\",,\"\",\"it's \"\"so\"\"\",x");
        assertThat(PlaceText.parse(PlaceText.of(odd))).isEqualTo(odd);
    }
}
