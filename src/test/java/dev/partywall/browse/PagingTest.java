package dev.partywall.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.access.Inspection;
import dev.partywall.access.Inspector;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Link;
import dev.partywall.testing.Shop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the table, the order and the direction: every row once, in the same order. */
class PagingTest {
    private static final Lens EVERYONE = new Lens.Everyone();

    private static Link link;
    private static Browser browser;
    private static Inspection inspection;

    record Case(String table, @Nullable Sort sort) {}

    @BeforeAll
    static void open() {
        link = Link.open(Shop.create().profile());
        inspection = Inspector.inspect(link);
        browser = new Browser(link, inspection);
    }

    @AfterAll
    static void close() {
        link.close();
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String table : List.of("ord", "keyless", "by_index", "halves", "tree", "composite", "fixed", "flags")) {
            cases.add(new Case(table, null));
            inspection.snapshot().relation(name(table)).orElseThrow().columns().forEach(column -> {
                cases.add(new Case(table, new Sort(column.name(), false)));
                cases.add(new Case(table, new Sort(column.name(), true)));
            });
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void forwardsAndBackwardsEveryRowIsMetOnce(Case tried) {
        PageRequest request = PageRequest.first(name(tried.table()), 7).sortedBy(tried.sort());
        List<?> all = rows(browser.page(EVERYONE, request.limitedTo(1000)));
        assertThat(all).hasSizeGreaterThan(20);

        List<Object> forwards = new ArrayList<>();
        RowPage page = browser.page(EVERYONE, request);
        forwards.addAll(rows(page));
        assertThat(page.previous()).isNull();
        while (page.next() != null) {
            page = browser.page(EVERYONE, request.after(page.next()));
            forwards.addAll(rows(page));
        }
        assertThat(forwards).as("forwards").isEqualTo(all);

        List<Object> backwards = new ArrayList<>();
        page = browser.page(EVERYONE, request.from(new From.Last()));
        assertThat(page.next()).isNull();
        backwards.addAll(0, rows(page));
        while (page.previous() != null) {
            page = browser.page(EVERYONE, request.before(page.previous()));
            backwards.addAll(0, rows(page));
        }
        assertThat(backwards).as("backwards").isEqualTo(all);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aPlaceIsJumpedToWithItsRow(Case tried) {
        PageRequest request = PageRequest.first(name(tried.table()), 7).sortedBy(tried.sort());
        RowPage first = browser.page(EVERYONE, request);
        RowPage second = browser.page(EVERYONE, request.after(Objects.requireNonNull(first.next())));
        Place start = Objects.requireNonNull(second.previous());

        assertThat(rows(browser.page(EVERYONE, request.from(new From.At(start)))))
                .isEqualTo(rows(second));
        Place column = new Place(start.values().subList(0, 1));
        RowPage near = browser.page(EVERYONE, request.from(new From.At(column)));
        assertThat(near.table().rows()).isNotEmpty();
    }

    @Test
    void aRowsKeyFindsItAgain() {
        for (String table : List.of("ord", "keyless", "halves", "tree", "composite", "fixed")) {
            PageRequest request = PageRequest.first(name(table), 5);
            RowPage page = browser.page(EVERYONE, request);
            for (int i = 0; i < page.keys().size(); i++) {
                RowPage one =
                        browser.page(EVERYONE, request.filteredBy(page.keys().get(i)));
                assertThat(rows(one))
                        .as(table)
                        .isEqualTo(Collections.singletonList(rows(page).get(i)));
            }
        }
    }

    @Test
    void whatIsNotAsUsualIsSaid() {
        assertThat(browser.page(EVERYONE, PageRequest.first(name("keyless"), 5)).caution())
                .contains("It has no key");
        assertThat(browser.page(EVERYONE, PageRequest.first(name("ord"), 5)).caution())
                .isEmpty();
        RowPage view = browser.page(EVERYONE, PageRequest.first(name("totals"), 1));
        assertThat(view.caution()).contains("Nothing tells its rows apart");
        assertThat(view.next()).isNull();
    }

    private static RelationName name(String table) {
        return new RelationName("shop", table);
    }

    private static List<List<@Nullable String>> rows(RowPage page) {
        return page.table().rows();
    }
}
