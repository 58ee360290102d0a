package dev.partywall.ui.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayersTest {
    private static Layers.Arrow arrow(String from, String to) {
        return new Layers.Arrow(from, to);
    }

    @Test
    void everyArrowLeadsToALaterLayer() {
        List<List<String>> layers = Layers.of(
                List.of("app", "staff", "owner"),
                List.of(arrow("app", "staff"), arrow("staff", "owner"), arrow("app", "owner")));
        assertThat(layers).containsExactly(List.of("app"), List.of("staff"), List.of("owner"));
    }

    @Test
    void neighboursStandOppositeEachOther() {
        List<List<String>> layers = Layers.of(List.of("a", "b", "x", "y"), List.of(arrow("a", "y"), arrow("b", "x")));
        int a = layers.getFirst().indexOf("a");
        assertThat(layers.getLast().indexOf("y")).isEqualTo(a);
    }

    @Test
    void aCircleEndsInsteadOfHanging() {
        assertThat(Layers.of(List.of("a", "b"), List.of(arrow("a", "b"), arrow("b", "a"))))
                .isNotEmpty();
    }
}
