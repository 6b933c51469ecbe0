package org.evergreen.demo.chaos;

import java.lang.reflect.RecordComponent;

/** Copies of records with one part changed, whatever other parts they have. */
final class Records {

  private Records() {}

  static <R extends Record> R with(R original, String part, Object value) {
    RecordComponent[] components = original.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] parts = new Object[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        parts[i] =
            components[i].getName().equals(part)
                ? value
                : components[i].getAccessor().invoke(original);
      }
      @SuppressWarnings("unchecked")
      Class<R> type = (Class<R>) original.getClass();
      return type.getConstructor(types).newInstance(parts);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("No copy of " + original.getClass() + " is possible", e);
    }
  }
}
