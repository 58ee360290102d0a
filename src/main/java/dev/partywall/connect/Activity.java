package dev.partywall.connect;

import java.time.Duration;
import java.time.Instant;

/**
 * One thing Partywall did on the server.
 *
 * @param user the role it ran as
 * @param purpose in plain words: "browse public.orders as acme"
 * @param rows rows returned or affected
 * @param outcome "ok", or the failure's sentence
 */
public record Activity(Instant at, Side side, String user, String purpose, long rows, Duration took, String outcome) {}
