package dev.heddle.test;

import java.util.List;

/** What a method's stream holds, as a value that can be used again. */
record StreamedValues(List<Object> values) {
  StreamedValues {
    values = List.copyOf(values);
  }
}
