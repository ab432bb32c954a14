package dev.heddle.test;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test method an application of its own, and its parameters from it. */
final class ApplicationExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(ApplicationExtension.class);

  private final HeddleTest test;
  private final Mode mode;

  ApplicationExtension(HeddleTest test, Mode mode) {
    this.test = test;
    this.mode = mode;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Fakes fakes = Fakes.of(context.getRequiredTestInstances().getAllInstances());
    context
        .getStore(NAMESPACE)
        .put(TestApplication.class, TestApplication.start(TestSetup.of(test, mode, fakes)));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    TestApplication application =
        context.getStore(NAMESPACE).remove(TestApplication.class, TestApplication.class);
    if (application != null) application.close();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return TestApplication.offers(parameter.getParameter().getType())
        && parameter.getDeclaringExecutable() instanceof java.lang.reflect.Method;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    TestApplication application =
        context.getStore(NAMESPACE).get(TestApplication.class, TestApplication.class);
    if (application == null) {
      throw new org.junit.jupiter.api.extension.ParameterResolutionException(
          "components exist only while a test method runs; take "
              + parameter.getParameter().getType().getSimpleName()
              + " as a parameter of the test or of a @BeforeEach method");
    }
    return application.get(parameter.getParameter().getType());
  }
}
