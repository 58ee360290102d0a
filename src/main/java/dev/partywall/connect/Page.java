package dev.partywall.connect;

/** Rows, and who the server says read them, both of one transaction. */
public record Page(Table table, Attestation attestation) {}
