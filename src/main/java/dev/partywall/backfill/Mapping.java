package dev.partywall.backfill;

import java.util.List;

/**
 * A file that tells tenants by columns of the row.
 *
 * @param columns of the table, by which rows are found
 * @param entries the values of those columns as text, then the tenant
 * @param digest SHA-256 of the file, so that a plan is carried out with the file it was made with
 */
record Mapping(List<String> columns, List<List<String>> entries, String digest) {
    Mapping {
        columns = List.copyOf(columns);
        entries = List.copyOf(entries);
    }

    /** The values of one column of the file. */
    String[] values(int index) {
        return entries.stream().map(entry -> entry.get(index)).toArray(String[]::new);
    }
}
