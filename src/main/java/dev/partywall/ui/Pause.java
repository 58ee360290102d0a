package dev.partywall.ui;

/** A gate that background work passes between two steps: closed by a person, opened by the person or by Cancel. */
public final class Pause {
    private boolean closed;

    public synchronized void close() {
        closed = true;
    }

    public synchronized void open() {
        closed = false;
        notifyAll();
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    /** Returns at once while the gate is open. Interrupting ends the wait, and stays known to the thread. */
    public synchronized void pass() {
        try {
            while (closed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
