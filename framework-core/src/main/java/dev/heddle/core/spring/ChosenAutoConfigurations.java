package dev.heddle.core.spring;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportSelector;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.type.AnnotationMetadata;

/** Some of the auto-configurations on the class path, in their order. */
abstract class ChosenAutoConfigurations extends AutoConfigurationImportSelector {

  /** Whether one of them, by the name of its class, is among these. */
  abstract boolean chosen(String name);

  @Override
  protected final AnnotationAttributes getAttributes(AnnotationMetadata metadata) {
    AnnotationAttributes none = new AnnotationAttributes();
    none.put("exclude", new String[0]);
    none.put("excludeName", new String[0]);
    return none;
  }

  @Override
  protected final List<String> getCandidateConfigurations(
      AnnotationMetadata metadata, @Nullable AnnotationAttributes attributes) {
    return super.getCandidateConfigurations(metadata, attributes).stream()
        .filter(this::chosen)
        .toList();
  }

  /** The application's exclusions speak of its own. */
  @Override
  protected final Set<String> getExclusions(
      AnnotationMetadata metadata, @Nullable AnnotationAttributes attributes) {
    return Set.of();
  }
}
