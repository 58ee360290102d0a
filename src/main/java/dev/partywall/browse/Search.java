package dev.partywall.browse;

/**
 * Words to find in a relation's full-text index.
 *
 * @param words as typed: {@code "exact phrase" or other -without}, see websearch_to_tsquery (PostgreSQL 18, section 12.3.2)
 */
public record Search(TextSearch in, String words) {}
