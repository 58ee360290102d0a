package dev.partywall.ui;

/** A screen that can show one particular thing: a table, a finding, a policy. */
public interface Targeted {
    /** As a target: do the screen's main thing at once. */
    Object RUN = new Object();

    void show(Object target);
}
