package dev.partywall.browse;

/** One column to sort by. NULLs come last when ascending and first when descending, as PostgreSQL does by itself. */
public record Sort(String column, boolean descending) {}
