package org.evergreen.subscription;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.LocalDateTime;

/**
 * A local date and time as ISO text in the database. Drivers pass timestamps without a zone through
 * the server's zone and shift local times that do not exist there.
 */
@Converter
public class LocalTimeText implements AttributeConverter<LocalDateTime, String> {

  @Override
  public String convertToDatabaseColumn(LocalDateTime local) {
    return local == null ? null : local.toString();
  }

  @Override
  public LocalDateTime convertToEntityAttribute(String text) {
    return text == null ? null : LocalDateTime.parse(text);
  }
}
