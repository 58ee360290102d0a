package dev.partywall.probe;

import java.util.List;
import java.util.Locale;

/** What an attempt showed. */
public enum Outcome {
    /** Foreign rows were there to be reached, and were not. */
    ISOLATED,
    /** Foreign rows were reached. */
    LEAKED,
    /** Nothing foreign was there to be reached: the attempt proves nothing. */
    VACUOUS,
    /** A privilege stops the command before row security is asked. */
    BLOCKED,
    /** Not tried, and the evidence says why. Never green. */
    NOT_RUN,
    /** Tried and broke. Never green, never a finding. */
    FAILED;

    /** What matters most comes first: leaks, then what broke, then what proves nothing. What was not run hides nothing. */
    public static final List<Outcome> WORST_FIRST = List.of(LEAKED, FAILED, VACUOUS, ISOLATED, BLOCKED, NOT_RUN);

    /** One character, for maps of many. */
    public String letter() {
        return name().substring(0, 1);
    }

    /** As reports write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
