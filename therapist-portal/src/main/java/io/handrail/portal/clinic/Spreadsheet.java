package io.handrail.portal.clinic;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** People to enrol, as a spreadsheet gives them: by commas, semicolons or tabs. */
sealed interface Spreadsheet {
  int ROWS_MAX = 200;
  int CHARS_MAX = 100_000;

  /** The columns, in the order in which an empty sheet has them. */
  List<String> COLUMNS = List.of("name", "language", "time zone", "clinician");

  /** One person a row. */
  record Rows(List<Row> rows) implements Spreadsheet {}

  /** It cannot be read, and why. */
  record Unreadable(String why) implements Spreadsheet {}

  /**
   * One row as it stands there.
   *
   * @param line counts from 1, the headings included, as a spreadsheet counts
   */
  record Row(long line, String name, String language, String zone, String clinician) {}

  static Spreadsheet read(String text) {
    String sheet = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (sheet.isBlank()) return new Unreadable("There is nothing in it yet.");
    if (sheet.length() > CHARS_MAX) {
      return new Unreadable("That is too much at once. Please enrol it in parts.");
    }
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter(sheet))
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(false)
            .get();
    try (CSVParser parser = CSVParser.parse(new StringReader(sheet), format)) {
      return rows(parser.getRecords());
    } catch (IOException | RuntimeException e) {
      return new Unreadable(
          "It cannot be read as rows and columns. A quotation mark that is not closed does that.");
    }
  }

  private static char delimiter(String sheet) {
    String first = sheet.strip().lines().findFirst().orElse("");
    if (first.indexOf('\t') >= 0) return '\t';
    return first.indexOf(';') >= 0 ? ';' : ',';
  }

  private static Spreadsheet rows(List<CSVRecord> records) {
    List<CSVRecord> filled = records.stream().filter(r -> !blank(r)).toList();
    if (filled.isEmpty()) return new Unreadable("There is nothing in it yet.");
    Map<String, Integer> at = new java.util.HashMap<>();
    CSVRecord head = filled.getFirst();
    for (int i = 0; i < head.size(); i++) at.putIfAbsent(heading(head.get(i)), i);
    List<String> missing = COLUMNS.stream().filter(column -> !at.containsKey(column)).toList();
    if (!missing.isEmpty()) {
      return new Unreadable(
          "The first row must name the columns: "
              + String.join(", ", COLUMNS)
              + ". Missing: "
              + String.join(", ", missing)
              + ".");
    }
    if (filled.size() == 1) return new Unreadable("There are headings, and nobody under them.");
    if (filled.size() > ROWS_MAX + 1) {
      return new Unreadable("At most " + ROWS_MAX + " people at once, please.");
    }
    var rows = new ArrayList<Row>();
    for (CSVRecord one : filled.subList(1, filled.size())) {
      rows.add(
          new Row(
              one.getRecordNumber(),
              cell(one, at.get("name")),
              cell(one, at.get("language")),
              cell(one, at.get("time zone")),
              cell(one, at.get("clinician"))));
    }
    return new Rows(rows);
  }

  private static boolean blank(CSVRecord one) {
    return one.stream().allMatch(String::isBlank);
  }

  private static String heading(String cell) {
    String plain = cell.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
    return plain.equals("timezone") || plain.equals("zone") ? "time zone" : plain;
  }

  private static String cell(CSVRecord one, int at) {
    return at < one.size() ? one.get(at).strip() : "";
  }
}
