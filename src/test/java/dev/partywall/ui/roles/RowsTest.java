package dev.partywall.ui.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowsTest {
    private static Layers.Arrow arrow(String from, String to) {
        return new Layers.Arrow(from, to);
    }

    @Test
    void aGroupStandsLevelWithTheMiddleOfItsMembers() {
        Map<String, Double> rows = Rows.of(
                List.of(List.of("a", "b", "c", "d", "e", "f"), List.of("x", "y")),
                List.of(arrow("a", "x"), arrow("c", "x"), arrow("d", "y"), arrow("f", "y")));
        assertThat(rows).containsEntry("x", 1.0).containsEntry("y", 4.0).containsEntry("f", 5.0);
    }

    @Test
    void noTwoOfALayerShareARow() {
        Map<String, Double> rows = Rows.of(
                List.of(List.of("a"), List.of("x", "y", "z")),
                List.of(arrow("a", "x"), arrow("a", "y"), arrow("a", "z")));
        assertThat(rows)
                .containsEntry("x", 0.0)
                .containsEntry("y", 1.0)
                .containsEntry("z", 2.0)
                .containsEntry("a", 1.0);
    }

    @Test
    void whatBelongsToNothingKeepsItsPlace() {
        assertThat(Rows.of(List.of(List.of("a", "b")), List.of())).containsEntry("b", 1.0);
    }
}
