package dev.heddle.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class once in each mode, against the components on the class path.
 *
 * <p>Test, before-each and after-each methods may take as parameters any component, {@link
 * TestClock}, {@link TestEvents}, any capability (as no component in particular sees it) and {@link
 * dev.heddle.core.HeddleRuntime}. Every test method gets an application of its own: a store in
 * memory, a clock that stands at 2026-01-01T00:00:00Z until it is moved, and randomness that is the
 * same in every run. Components and capabilities that the test gives as a {@link Fake} take the
 * place of the real ones; those that need Spring must be faked, or are refused when they are
 * called.
 *
 * <p>To test with Spring, use {@code @SpringBootTest} with {@code heddle.copy-local-calls=true} for
 * {@link Mode#COPY}, and a {@link dev.heddle.core.spring.RuntimeCustomizer} bean for fakes.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(ModeProvider.class)
public @interface HeddleTest {

  /** The modes to run in, each once; those that need nothing more by default. */
  Mode[] modes() default {Mode.LOCAL, Mode.COPY};

  /** Where the randomness starts. */
  long seed() default 42;

  /** Settings of components, each as {@code Component.key=value}. */
  String[] settings() default {};

  /**
   * Which implementation a component has where there are several, each as {@code Component=name},
   * with the implementation's name or class name.
   */
  String[] implementations() default {};
}
