package dev.heddle.cli.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The components, events and implementations of an application, as the annotation processor
 * describes them in {@code META-INF/heddle/schema}.
 */
public record Schema(
    List<Component> components, List<Event> events, List<Implementation> implementations) {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** What does not say which there are has none. */
  public Schema {
    components = orEmpty(components);
    events = orEmpty(events);
    implementations = orEmpty(implementations);
  }

  /**
   * A component.
   *
   * @param component its name
   * @param service its name on the wire
   * @param type its interface
   */
  public record Component(
      String component, String service, String type, List<Method> methods, List<Message> messages) {
    /** Copies the lists. */
    public Component {
      methods = orEmpty(methods);
      messages = orEmpty(messages);
    }
  }

  /**
   * A method.
   *
   * @param subscribes the event type that it receives, if it does
   * @param result nothing for void
   */
  public record Method(
      String name,
      boolean idempotent,
      @Nullable String subscribes,
      List<Field> parameters,
      @Nullable Field result,
      List<Field> exceptions) {
    /** Copies the lists. */
    public Method {
      parameters = orEmpty(parameters);
      exceptions = orEmpty(exceptions);
    }

    List<Field> results() {
      return Optional.ofNullable(result).stream().toList();
    }
  }

  /**
   * A record, exception, wrapper, sealed interface or enum.
   *
   * @param kind which of these
   * @param type the Java type
   * @param fields its fields, records or constants
   */
  public record Message(String name, String kind, String type, List<Field> fields) {
    /** Copies the list. */
    public Message {
      fields = orEmpty(fields);
    }
  }

  /** A numbered field; the type of an enum's constant is empty. */
  public record Field(int number, String name, @Nullable String type) {
    String typeText() {
      return type == null ? "" : type;
    }
  }

  /** An event type and its message. */
  public record Event(String event, String type, String message, List<Message> messages) {
    /** Copies the list. */
    public Event {
      messages = orEmpty(messages);
    }
  }

  /**
   * An implementation.
   *
   * @param implementation the class
   * @param component the component interface
   * @param uses interfaces of the components that it may call
   */
  public record Implementation(String implementation, String component, List<String> uses) {
    /** Copies the list. */
    public Implementation {
      uses = orEmpty(uses);
    }
  }

  /**
   * Reads a snapshot.
   *
   * @throws IllegalArgumentException if the text is none
   */
  public static Schema read(String json) {
    try {
      @Nullable Schema schema = JSON.readValue(json, Schema.class);
      if (schema != null) return schema;
    } catch (JacksonException strange) {
      throw new IllegalArgumentException(strange.getOriginalMessage(), strange);
    }
    throw new IllegalArgumentException("it is empty");
  }

  static Map<String, Message> byName(List<Message> messages) {
    Map<String, Message> byName = new LinkedHashMap<>();
    messages.forEach(message -> byName.put(message.name(), message));
    return byName;
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
