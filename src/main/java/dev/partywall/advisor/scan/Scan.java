package dev.partywall.advisor.scan;

import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.connect.Session;
import java.util.List;

/**
 * A question put to the data of one table after another. It only reads; its page, {@code <class name>.md}, lies beside
 * the class.
 */
public interface Scan {
    /** The flaw's word. */
    String id();

    /** The questions, each about one object, so that one refusal does not end the scan. */
    List<Look> looks(Landscape landscape, Depth depth);

    /** One question. */
    interface Look {
        /** What it is about, for progress and failures. */
        String about();

        /** Empty when all is well. Sees everything: the session is the bypass role's. */
        List<Finding> look(Session bypass);
    }

    /** How far a scan counts. */
    enum Depth {
        /** Far enough to say that there are some, and whether they are many. */
        SAMPLED(10_000),
        EXACT(Long.MAX_VALUE - 1);

        private final long limit;

        Depth(long limit) {
            this.limit = limit;
        }

        /** The count stops one past it. */
        public long limit() {
            return limit;
        }

        /** A count as text, which says when it stopped. */
        public String text(long count) {
            return count > limit ? "more than " + limit : String.valueOf(count);
        }
    }
}
