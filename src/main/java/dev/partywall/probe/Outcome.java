package dev.partywall.probe;

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

    /** As reports write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
