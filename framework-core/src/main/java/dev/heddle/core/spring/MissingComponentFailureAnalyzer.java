package dev.heddle.core.spring;

import dev.heddle.component.ComponentInterface;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** Says why a component is no bean, where Spring could only say that it is none. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingComponentFailureAnalyzer
    extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException> {

  private static final String PROCESSOR =
      """
      Let the compiler run Heddle's annotation processor in the module of %s. With Maven:

          <plugin>
            <artifactId>maven-compiler-plugin</artifactId>
            <configuration>
              <annotationProcessorPaths>
                <path>
                  <groupId>dev.heddle</groupId>
                  <artifactId>component-codegen</artifactId>
                  <version>${heddle.version}</version>
                </path>
              </annotationProcessorPaths>
            </configuration>
          </plugin>

      A processor that is only on the class path is not run by today's compilers.""";

  @Override
  protected @Nullable FailureAnalysis analyze(
      Throwable rootFailure, NoSuchBeanDefinitionException cause, @Nullable String description) {
    Class<?> type = cause.getBeanType();
    if (type == null || !type.isInterface()) return null;
    String wanted = description == null ? "A bean" : description;
    if (!type.isAnnotationPresent(ComponentInterface.class)) {
      return type.isAnnotationPresent(Component.class) ? wrongImport(type, wanted, cause) : null;
    }
    String asked = wanted + " required the component " + type.getName();
    if (String.valueOf(cause.getMessage()).contains("Qualifier(")) {
      return new FailureAnalysis(
          asked + " with a qualifier, and it has none.",
          "Remove the qualifier: a component is asked for by its interface, and"
              + " heddle.components.NAME.implementation chooses among its implementations. Whoever"
              + " needs two at once asks for two component interfaces that extend a common one.",
          cause);
    }
    return ClassUtils.isPresent(descriptor(type), type.getClassLoader())
        ? new FailureAnalysis(
            asked
                + ", whose entry under META-INF/heddle is not on the class path, or which is to have"
                + " no implementation.",
            "If its heddle.components.NAME.implementation is none, choose one, or ask for it as an"
                + " Optional. If the application is packed into one jar, keep every file under META-INF/heddle in it;"
                + " else build the module that holds "
                + type.getSimpleName()
                + " again.",
            cause)
        : new FailureAnalysis(
            asked + ", of which nothing was generated: there is no " + descriptor(type) + ".",
            PROCESSOR.formatted(type.getSimpleName()),
            cause);
  }

  private static FailureAnalysis wrongImport(Class<?> type, String wanted, Throwable cause) {
    return new FailureAnalysis(
        wanted
            + " required the interface "
            + type.getName()
            + ", which is marked with Spring's @Component. That makes no bean of an interface.",
        "If it is meant to be a component of Heddle, mark it with "
            + ComponentInterface.class.getName()
            + " instead.",
        cause);
  }

  /** Name of the generated descriptor: beside the interface, nested names joined. */
  private static String descriptor(Class<?> type) {
    return type.getName().replace('$', '_') + "_Descriptor";
  }
}
