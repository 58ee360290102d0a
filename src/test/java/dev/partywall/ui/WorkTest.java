package dev.partywall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class WorkTest {
    private final Work work = Work.atOnce();
    private final List<Trouble> troubles = new ArrayList<>();

    @Test
    void aFailureNobodyHandlesIsShownWithItsNextStep() {
        work.onTrouble(troubles::add);
        work.start(
                "fails",
                progress -> {
                    throw Failure.incomplete("The server is gone.", "Start it.");
                },
                result -> {});
        assertThat(troubles).singleElement().satisfies(trouble -> {
            assertThat(trouble.message()).isEqualTo("The server is gone.");
            assertThat(trouble.nextStep()).isEqualTo("Start it.");
        });
        assertThat(work.running()).isEmpty();
    }

    @Test
    void aFaultWhileShowingAResultIsShownToo() {
        work.onTrouble(troubles::add);
        work.start("shows", progress -> 1, result -> {
            throw new IllegalStateException("a listener broke");
        });
        assertThat(troubles).hasSize(1);
        assertThat(troubles.getFirst().details()).contains("a listener broke");
    }

    @Test
    void whatSomebodyCancelledIsNoFailure() {
        work.onTrouble(troubles::add);
        Lane lane = work.lane();
        lane.start(
                "cancelled",
                progress -> {
                    throw new CancellationException();
                },
                result -> {});
        assertThat(troubles).isEmpty();
        assertThat(work.running()).isEmpty();
    }

    @Test
    void cancellingAJobReachesTheStatementsOnTheServer() {
        List<String> stopped = new ArrayList<>();
        work.start(
                "long",
                progress -> {
                    try (var registration = progress.cancellation().register(() -> stopped.add("statement"))) {
                        work.running().getFirst().cancel();
                        return 0;
                    }
                },
                result -> {});
        assertThat(stopped).containsExactly("statement");
    }

    @Test
    void onlyTheNewestOfALaneIsShown() {
        List<String> shown = new ArrayList<>();
        Lane lane = work.lane();
        lane.start(
                "old",
                progress -> {
                    lane.start("new", inner -> "new", shown::add);
                    return "old";
                },
                shown::add);
        assertThat(shown).containsExactly("new");
        assertThat(lane.isBusy()).isFalse();
    }
}
