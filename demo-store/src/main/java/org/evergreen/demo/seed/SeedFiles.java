package org.evergreen.demo.seed;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Reads the files that the seed is written down in. */
@Component
class SeedFiles {

  private final ObjectMapper json;

  SeedFiles(ObjectMapper json) {
    this.json = json;
  }

  /** All entries of a file on the class path. */
  <T> List<T> read(String file, Class<T> type) {
    try (InputStream in = new ClassPathResource(file).getInputStream()) {
      return json.readerForListOf(type).readValue(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
