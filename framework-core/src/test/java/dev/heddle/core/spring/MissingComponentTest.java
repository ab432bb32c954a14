package dev.heddle.core.spring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.core.spring.app.Tower;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What a beginner is told whose component is no bean. */
class MissingComponentTest {
  @TempDir static Path classes;

  @Test
  void aComponentThatNoProcessorSawSaysHowToRunOne() throws Exception {
    FailureAnalysis analysis = analysisFor("@dev.heddle.component.ComponentInterface");
    assertThat(analysis.getDescription())
        .contains("Parameter 0 of constructor in lost.Caller required the component lost.Lost")
        .contains("nothing was generated: there is no lost.Lost_Descriptor");
    assertThat(analysis.getAction())
        .contains("<annotationProcessorPaths>", "<artifactId>component-codegen</artifactId>");
  }

  @Test
  void springsComponentOnAnInterfaceIsTakenForAWrongImport() throws Exception {
    FailureAnalysis analysis = analysisFor("@org.springframework.stereotype.Component");
    assertThat(analysis.getDescription()).contains("lost.Lost", "Spring's @Component");
    assertThat(analysis.getAction()).contains("dev.heddle.component.ComponentInterface");
  }

  @Test
  void aComponentWhoseEntryWasLostInPackingSaysWhatToKeep() {
    // Its descriptor is there; the auto-configuration, which reads the entries, is not.
    new ApplicationContextRunner()
        .withBean(TowerCaller.class)
        .run(
            context ->
                assertThat(analysis(requireNonNull(context.getStartupFailure())).getAction())
                    .contains("keep every file under META-INF/heddle"));
  }

  @Test
  void aQualifierOnAComponentIsRefusedWithTheWayToChoose() {
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(HeddleAutoConfiguration.class))
        .withPropertyValues("heddle.data-directory=" + classes)
        .withBean(dev.heddle.core.spring.app.Bell.class, () -> () -> "ding")
        .withBean(QualifiedCaller.class)
        .run(
            context ->
                assertThat(analysis(requireNonNull(context.getStartupFailure())).getAction())
                    .contains("heddle.components.NAME.implementation chooses"));
  }

  @Test
  void anOrdinaryMissingBeanIsLeftToSpring() throws Exception {
    new ApplicationContextRunner()
        .withBean(callerOf(""))
        .run(
            context ->
                assertThat(
                        new MissingComponentFailureAnalyzer()
                            .analyze(requireNonNull(context.getStartupFailure())))
                    .isNull());
  }

  record TowerCaller(Tower tower) {}

  record QualifiedCaller(
      @org.springframework.beans.factory.annotation.Qualifier("old") Tower tower) {}

  private static FailureAnalysis analysisFor(String annotation) throws Exception {
    FailureAnalysis[] found = new FailureAnalysis[1];
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(HeddleAutoConfiguration.class))
        .withPropertyValues("heddle.data-directory=" + classes)
        .withBean(dev.heddle.core.spring.app.Bell.class, () -> () -> "ding")
        .withBean(callerOf(annotation))
        .run(context -> found[0] = analysis(requireNonNull(context.getStartupFailure())));
    return found[0];
  }

  private static FailureAnalysis analysis(Throwable failure) {
    return requireNonNull(new MissingComponentFailureAnalyzer().analyze(failure));
  }

  /** A class that wants a bean of an interface, both compiled without any processor. */
  @SuppressWarnings("unchecked")
  private static Class<Object> callerOf(String annotation) throws Exception {
    Path folder = classes.resolve("c" + annotation.hashCode());
    java.nio.file.Files.createDirectories(folder);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    boolean compiled =
        compiler
            .getTask(
                null,
                null,
                null,
                List.of("-proc:none", "-d", folder.toString()),
                null,
                List.of(
                    source(
                        "lost/Lost", "package lost; " + annotation + " public interface Lost {}"),
                    source("lost/Caller", "package lost; public record Caller(Lost lost) {}")))
            .call();
    assertThat(compiled).isTrue();
    ClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, MissingComponentTest.class.getClassLoader());
    return (Class<Object>) loader.loadClass("lost.Caller");
  }

  private static SimpleJavaFileObject source(String name, String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + name + ".java"), SimpleJavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
