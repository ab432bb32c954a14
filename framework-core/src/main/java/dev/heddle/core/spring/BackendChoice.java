package dev.heddle.core.spring;

import dev.heddle.component.capability.BlobStore;
import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.core.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;

/** Whether a bean stands behind each capability whose backend the configuration names. */
final class BackendChoice {
  static final String KEY_VALUE = "heddle.key-value.backend";
  static final String BLOBS = "heddle.blobs.backend";
  static final String EVENTS = "heddle.events.backend";

  private final ListableBeanFactory beans;

  private BackendChoice(ListableBeanFactory beans) {
    this.beans = beans;
  }

  /** What is wrong with the choices. */
  static List<Problem> of(HeddleProperties properties, ListableBeanFactory beans) {
    BackendChoice choice = new BackendChoice(beans);
    return Stream.of(
            choice.problem(
                KEY_VALUE,
                properties.keyValue().backend(),
                KeyValueStore.class,
                List.of("embedded", "redis", "postgresql")),
            choice.problem(
                BLOBS, properties.blobs().backend(), BlobStore.class, List.of("files", "s3")))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Problem> problem(
      String property, String chosen, Class<?> capability, List<String> known) {
    if (beans.getBeanNamesForType(capability, true, false).length > 0) return Optional.empty();
    String found =
        property + " is '" + chosen + "', and no bean is a " + capability.getSimpleName();
    return Optional.of(
        new Problem(
            "a backend stands behind each capability",
            found,
            known.contains(chosen.toLowerCase(Locale.ROOT))
                ? "Add the artifact dev.heddle:backends to the application, or leave "
                    + property
                    + " at its default"
                : "Set it to "
                    + String.join(", ", known.subList(0, known.size() - 1))
                    + " or "
                    + known.getLast()
                    + ", or declare such a bean"));
  }
}
