package dev.heddle.test.spring;

import java.util.List;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/** Lets Spring's tests find {@link CallRecordingCustomizer}. */
final class CallRecordingCustomizerFactory implements ContextCustomizerFactory {

  // Spring makes it by reflection.
  CallRecordingCustomizerFactory() {}

  @Override
  public ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
    return new CallRecordingCustomizer();
  }
}
