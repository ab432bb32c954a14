package dev.heddle.boutique.front;

import java.util.LinkedHashMap;
import java.util.Map;

/** Checkout forms as the public load generator fills them in, with single fields changed. */
final class Forms {
  private Forms() {}

  /** A good form; {@code changes} are names and values in turn. */
  static String[] checkout(String... changes) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("email", "ann.weaver@example.com");
    fields.put("street_address", "1600 Loom & Lane");
    fields.put("zip_code", "94043");
    fields.put("city", "Mountain View");
    fields.put("state", "CA");
    fields.put("country", "British Indian Ocean Territory (Chagos Archipelago)");
    fields.put("credit_card_number", "4432801561520454");
    fields.put("credit_card_expiration_month", "1");
    fields.put("credit_card_expiration_year", "2097");
    fields.put("credit_card_cvv", "672");
    for (int i = 0; i < changes.length; i += 2) fields.put(changes[i], changes[i + 1]);
    return fields.entrySet().stream()
        .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
        .toArray(String[]::new);
  }

  static String json(String... fields) {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < fields.length; i += 2)
      json.append(i == 0 ? "" : ",")
          .append('"')
          .append(fields[i])
          .append("\":\"")
          .append(fields[i + 1])
          .append('"');
    return json.append('}').toString();
  }
}
