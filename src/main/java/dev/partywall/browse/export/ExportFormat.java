package dev.partywall.browse.export;

/** What rows are exported as. */
public enum ExportFormat {
    /** For spreadsheets, see {@link SheetRows}; where the rows come from stands in a file beside it. */
    CSV("csv"),
    /** For programs: nothing is changed; where the rows come from stands in a file beside it. */
    JSON_LINES("jsonl"),
    /** A workbook with a sheet that says where the rows come from. */
    XLSX("xlsx");

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    /** Of its files, without the dot. */
    public String extension() {
        return extension;
    }
}
