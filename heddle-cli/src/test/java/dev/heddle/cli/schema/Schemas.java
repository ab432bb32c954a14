package dev.heddle.cli.schema;

import dev.heddle.cli.schema.Schema.Component;
import dev.heddle.cli.schema.Schema.Event;
import dev.heddle.cli.schema.Schema.Field;
import dev.heddle.cli.schema.Schema.Implementation;
import dev.heddle.cli.schema.Schema.Message;
import dev.heddle.cli.schema.Schema.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Schemas in few words: one line for each method ({@code Cart.add(user string) -> View throws
 * Full}), message ({@code record View(items list<Item>)}), event ({@code event Changed = Item}) and
 * implementation ({@code CartCheckout uses Cart}).
 */
final class Schemas {
  private static final Pattern METHOD =
      Pattern.compile(
          "(@Idempotent )?(\\w+)\\.(\\w+)\\((.*?)\\)(?: -> (\\S+))?(?: on (\\w+))?(?: throws (.+))?");
  private static final Pattern MESSAGE =
      Pattern.compile("(record|exception|wrapper|sealed|enum) (\\w+)\\((.*)\\)");
  private static final Pattern EVENT = Pattern.compile("event (\\w+) = (\\w+)");
  private static final Pattern USE = Pattern.compile("(\\w+) uses (\\w+)");

  private final Map<String, List<Method>> methods = new LinkedHashMap<>();
  private final List<Message> messages = new ArrayList<>();
  private final List<String> events = new ArrayList<>();
  private final List<Implementation> implementations = new ArrayList<>();

  private Schemas() {}

  static Schema of(String text) {
    Schemas schemas = new Schemas();
    text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(schemas::read);
    List<Component> components = new ArrayList<>();
    schemas.methods.forEach(
        (name, methods) ->
            components.add(
                new Component(
                    name,
                    "shop." + name.toLowerCase(java.util.Locale.ROOT) + "." + name,
                    "shop." + name,
                    methods,
                    schemas.messages)));
    List<Event> events = new ArrayList<>();
    for (String line : schemas.events) {
      Matcher event = match(EVENT, line);
      events.add(
          new Event(event.group(1), "shop." + event.group(2), event.group(2), schemas.messages));
    }
    return new Schema(components, events, schemas.implementations);
  }

  private void read(String line) {
    if (line.startsWith("event ")) {
      events.add(line);
    } else if (MESSAGE.matcher(line).matches()) {
      message(match(MESSAGE, line));
    } else if (line.contains(" uses ")) {
      Matcher use = match(USE, line);
      implementations.add(
          new Implementation("shop." + use.group(1), "shop.Any", List.of("shop." + use.group(2))));
    } else {
      method(match(METHOD, line));
    }
  }

  private void method(Matcher method) {
    @Nullable String result = method.group(5);
    @Nullable String subscribes = method.group(6);
    @Nullable String exceptions = method.group(7);
    List<Field> failures = new ArrayList<>();
    for (String name : exceptions == null ? new String[0] : exceptions.split(", ")) {
      failures.add(new Field(failures.size() + 2, name, name));
    }
    methods
        .computeIfAbsent(method.group(2), name -> new ArrayList<>())
        .add(
            new Method(
                method.group(3),
                method.group(1) != null,
                subscribes == null ? null : "shop." + subscribes,
                fields(method.group(4)),
                result == null ? null : new Field(1, "result", result),
                failures));
  }

  private void message(Matcher message) {
    messages.add(
        new Message(
            message.group(2),
            message.group(1),
            "shop." + message.group(2),
            fields(message.group(3))));
  }

  /** {@code sku string, price Money}; a constant or permitted type is its name alone. */
  private static List<Field> fields(String text) {
    List<Field> fields = new ArrayList<>();
    for (String field : text.isEmpty() ? new String[0] : text.split(", (?![^<]*>)")) {
      String[] words = field.split(" ", 2);
      boolean typed = words.length > 1;
      String type =
          typed
              ? words[1]
              : words[0].equals(words[0].toUpperCase(java.util.Locale.ROOT)) ? null : words[0];
      fields.add(new Field(fields.size() + 1, words[0], type));
    }
    return fields;
  }

  private static Matcher match(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    if (!matcher.matches()) throw new AssertionError("not understood: " + line);
    return matcher;
  }
}
