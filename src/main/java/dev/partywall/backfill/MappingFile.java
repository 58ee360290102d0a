package dev.partywall.backfill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.partywall.catalog.Relation;
import dev.partywall.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads a {@link Mapping}: CSV with a heading line that names columns of the table and, last, the tenant; CSV of two
 * fields without one, key and tenant; or JSON, an object of keys and tenants.
 */
final class MappingFile {
    private final Relation table;
    private final Path file;

    private MappingFile(Relation table, Path file) {
        this.table = table;
        this.file = file;
    }

    /** @throws Failure when it cannot be read or does not fit the table */
    static Mapping read(Relation table, Path file) {
        MappingFile reader = new MappingFile(table, file);
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "");
            boolean json = text.stripLeading().startsWith("{");
            return json ? reader.json(text, Digests.of(bytes)) : reader.csv(text, Digests.of(bytes));
        } catch (JsonProcessingException e) {
            throw reader.unreadable("it is not JSON: " + e.getOriginalMessage());
        } catch (CsvParseException e) {
            throw reader.unreadable("it is not CSV: " + e.getMessage());
        } catch (IOException e) {
            throw reader.unreadable(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private Mapping json(String text, String digest) throws JsonProcessingException {
        List<List<String>> entries = new ArrayList<>();
        for (var entry : new ObjectMapper().readTree(text).properties()) {
            JsonNode tenant = entry.getValue();
            if (!tenant.isTextual() && !tenant.isNumber()) {
                throw unreadable("the tenant of '" + entry.getKey() + "' is neither a text nor a number");
            }
            entries.add(List.of(entry.getKey(), tenant.asText()));
        }
        return new Mapping(List.of(singleKey()), entries, digest);
    }

    private Mapping csv(String text, String digest) {
        List<List<String>> lines = new ArrayList<>();
        try (CsvReader<de.siegmar.fastcsv.reader.CsvRecord> reader =
                CsvReader.builder().ofCsvRecord(text)) {
            reader.forEach(line -> lines.add(List.copyOf(line.getFields())));
        } catch (IOException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        }
        if (lines.isEmpty()) {
            throw unreadable("it is empty");
        }
        List<String> first = lines.getFirst();
        lines.stream().filter(line -> line.size() != first.size()).findFirst().ifPresent(line -> {
            throw unreadable("a line has " + line.size() + " fields, not " + first.size());
        });
        return isHeading(first) ? headed(lines, digest) : bare(lines, digest);
    }

    private boolean isHeading(List<String> first) {
        List<String> named = first.subList(0, first.size() - 1);
        return !named.isEmpty()
                && named.stream()
                        .allMatch(name -> name.startsWith(DecisionsFile.COMMENT)
                                || table.column(name).isPresent());
    }

    /** Columns that begin with # are for people. */
    private Mapping headed(List<List<String>> lines, String digest) {
        List<String> first = lines.getFirst();
        int[] columns = IntStream.range(0, first.size() - 1)
                .filter(i -> !first.get(i).startsWith(DecisionsFile.COMMENT))
                .toArray();
        if (columns.length == 0) {
            throw unreadable("its first line names no columns of " + table.name());
        }
        List<String> named = Arrays.stream(columns).mapToObj(first::get).toList();
        List<List<String>> entries = decided(lines.subList(1, lines.size())).stream()
                .map(line -> Stream.concat(Arrays.stream(columns).mapToObj(line::get), Stream.of(line.getLast()))
                        .toList())
                .toList();
        return new Mapping(named, entries, digest);
    }

    private Mapping bare(List<List<String>> lines, String digest) {
        if (lines.getFirst().size() != 2) {
            throw unreadable("its first line names no columns of " + table.name());
        }
        return new Mapping(List.of(singleKey()), decided(lines), digest);
    }

    /** A line without a tenant decides nothing. */
    private static List<List<String>> decided(List<List<String>> lines) {
        return lines.stream().filter(line -> !line.getLast().isBlank()).toList();
    }

    private String singleKey() {
        List<String> key = RowKey.columns(table);
        if (key.size() != 1) {
            throw unreadable(table.name() + " has no key of one column, so its columns must be named");
        }
        return key.getFirst();
    }

    private Failure unreadable(String why) {
        return Failure.usage(
                "The file " + file + " cannot be used: " + why + ".",
                "Write CSV with a heading, the table's columns first and the tenant last, or a JSON object.");
    }
}
