package dev.partywall.ui.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.browse.Place;
import dev.partywall.connect.Attestation;
import dev.partywall.connect.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StretchTest {
    private static final int ROWS = 100;
    private static final Attestation WHO = new Attestation("app", "app", false, false, Map.of(), true, true, 1);

    private final Stretch stretch = new Stretch();

    private static Seen page(@Nullable Integer previous, @Nullable Integer next) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(List.of("x"));
        }
        Table table = new Table(List.of(new Table.Heading("a", "text")), rows, false);
        return new Seen(table, List.of(), place(previous), place(next), List.of(), WHO, null, null, "");
    }

    private static @Nullable Place place(@Nullable Integer at) {
        return at == null ? null : new Place(List.of(String.valueOf(at)));
    }

    @Test
    void neverHoldsMoreThanSoManyPages() {
        stretch.start(page(null, 100), true);
        int dropped = 0;
        for (int i = 1; i < 1_000; i++) {
            dropped += stretch.append(page(100 * i, 100 * i + 100));
        }
        assertThat(stretch.rows()).isEqualTo(Stretch.PAGES * ROWS);
        assertThat(dropped).isEqualTo(100_000 - Stretch.PAGES * ROWS);
        assertThat(stretch.firstNumber()).isEqualTo(dropped + 1L);
    }

    @Test
    void turnsRoundWhereItIs() {
        stretch.start(page(null, 100), true);
        for (int i = 1; i <= 10; i++) {
            stretch.append(page(100 * i, 100 * i + 100));
        }
        long first = stretch.firstNumber();
        assertThat(stretch.previous()).isEqualTo(place(500));
        assertThat(stretch.prepend(page(400, 500))).isEqualTo(ROWS);
        assertThat(stretch.firstNumber()).isEqualTo(first - ROWS);
        assertThat(stretch.next()).isEqualTo(place(1_000));
    }

    @Test
    void knowsNoNumbersAfterAJumpUntilTheBeginningIsReached() {
        stretch.start(page(500, 600), false);
        assertThat(stretch.firstNumber()).isZero();
        stretch.prepend(page(null, 500));
        assertThat(stretch.firstNumber()).isEqualTo(1);
    }
}
