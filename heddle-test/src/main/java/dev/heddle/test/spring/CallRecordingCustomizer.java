package dev.heddle.test.spring;

import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.spring.RuntimeCustomizer;
import dev.heddle.test.CallRecorder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Has calls recorded in the application contexts of Spring's tests, too, if they are to be. */
record CallRecordingCustomizer() implements ContextCustomizer {

  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
    CallRecorder.begin().ifPresent(recorder -> watch(recorder, context));
  }

  private static void watch(CallRecorder recorder, ConfigurableApplicationContext context) {
    RuntimeCustomizer recording =
        builder ->
            recorder.watch(
                ComponentCatalog.discover(Thread.currentThread().getContextClassLoader()),
                builder,
                () -> context.getBean(HeddleRuntime.class));
    context.getBeanFactory().registerSingleton("heddle.test.call-recorder", recording);
  }
}
