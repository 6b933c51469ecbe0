package org.evergreen.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured, as a table to read and as JSON to compare. */
final class Figures {

  private record Line(String name, String figure, String bar) {}

  private final Map<String, Object> json = new LinkedHashMap<>();
  private final List<Line> lines = new ArrayList<>();

  /** Keeps a figure under a name in the JSON file. */
  void keep(String field, Object value) {
    json.put(field, value instanceof Double number ? rounded(number) : value);
  }

  /**
   * Keeps a figure and shows it in the table.
   *
   * @param bar what it should be
   */
  void show(String field, double value, String name, String format, String bar) {
    keep(field, value);
    lines.add(new Line(name, String.format(format, value), bar));
  }

  /** The figures that are shown, for people. */
  String table() {
    String row = "| %-62s | %14s | %-34s |%n";
    StringBuilder table = new StringBuilder();
    table.append(String.format(row, "Figure", "Measured", "Bar"));
    table.append(String.format(row, "-".repeat(62), "-".repeat(14), "-".repeat(34)));
    lines.forEach(line -> table.append(String.format(row, line.name(), line.figure(), line.bar())));
    return table.toString();
  }

  void write(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), json);
    } catch (IOException e) {
      throw new UncheckedIOException("The figures cannot be written to " + file, e);
    }
  }

  static BigDecimal rounded(double value) {
    return new BigDecimal(value).round(new MathContext(4));
  }
}
