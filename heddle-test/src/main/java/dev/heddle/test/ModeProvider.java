package dev.heddle.test;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs a test class once a mode. */
final class ModeProvider implements ClassTemplateInvocationContextProvider {

  @Override
  public boolean supportsClassTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getRequiredTestClass(), HeddleTest.class);
  }

  @Override
  public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
      ExtensionContext context) {
    HeddleTest test =
        AnnotationSupport.findAnnotation(context.getRequiredTestClass(), HeddleTest.class)
            .orElseThrow();
    return Stream.of(test.modes()).distinct().map(mode -> new Run(test, mode));
  }

  private record Run(HeddleTest test, Mode mode) implements ClassTemplateInvocationContext {

    @Override
    public String getDisplayName(int invocationIndex) {
      return mode.name();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new ApplicationExtension(test, mode));
    }
  }
}
