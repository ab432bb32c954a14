package dev.heddle.codegen;

import dev.heddle.codegen.Problems.Problem;
import dev.heddle.component.Capability;
import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;
import dev.heddle.component.ComponentSettings;
import dev.heddle.component.Idempotent;
import dev.heddle.component.RoutingKey;
import dev.heddle.component.Subscribe;
import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Generates what stands behind each {@code @ComponentInterface}, {@code @ComponentImplementation},
 * {@code @Capability}, {@code @ComponentSettings} and {@code @Event}, and checks these. Isolating:
 * what is generated for an element depends on that element alone.
 */
public final class HeddleProcessor extends AbstractProcessor {
  private static final List<Class<? extends Annotation>> ANNOTATIONS =
      List.of(
          ComponentInterface.class,
          ComponentImplementation.class,
          ComponentSettings.class,
          Capability.class,
          Idempotent.class,
          RoutingKey.class,
          dev.heddle.component.Event.class,
          Subscribe.class);

  private final Set<Problem> reported = new HashSet<>();

  /** Elements that name types which do not exist yet; names, for elements live for one round. */
  private Set<String> postponed = Set.of();

  /** Loaded by the compiler. */
  public HeddleProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return ANNOTATIONS.stream().map(Class::getName).collect(Collectors.toSet());
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (round.processingOver()) return false;
    Set<String> again = postponed;
    postponed = new LinkedHashSet<>();
    Problems misplaced = new Problems();
    AnnotationPlacement.check(round, misplaced);
    report(misplaced);
    each(round, again, dev.heddle.component.Event.class, this::event);
    each(round, again, ComponentInterface.class, this::component);
    each(round, again, Capability.class, this::capability);
    each(round, again, ComponentSettings.class, this::settings);
    each(round, again, ComponentImplementation.class, this::implementation);
    return false;
  }

  private void each(
      RoundEnvironment round,
      Set<String> again,
      Class<? extends Annotation> annotation,
      BiConsumer<TypeElement, Problems> read) {
    Stream<? extends Element> postponed =
        again.stream()
            .map(processingEnv.getElementUtils()::getTypeElement)
            .filter(element -> element.getAnnotation(annotation) != null);
    Stream.concat(postponed, round.getElementsAnnotatedWith(annotation).stream())
        .distinct()
        .forEach(element -> read.accept((TypeElement) element, new Problems()));
  }

  private void component(TypeElement element, Problems problems) {
    Component component = reader(element, problems, "@ComponentInterface").read();
    finish(element, problems, output -> output.component(component));
  }

  private void event(TypeElement element, Problems problems) {
    Event event = new EventReader(Mirrors.of(processingEnv), problems, element).read();
    finish(element, problems, output -> output.event(event));
  }

  private void capability(TypeElement element, Problems problems) {
    Component capability = reader(element, problems, "@Capability").read();
    finish(element, problems, output -> output.capability(capability));
  }

  private void implementation(TypeElement element, Problems problems) {
    Implementation implementation =
        new ImplementationReader(Mirrors.of(processingEnv), problems, element).read();
    finish(element, problems, output -> output.implementation(implementation));
  }

  private void settings(TypeElement element, Problems problems) {
    SettingsRecord settings =
        new SettingsRecordReader(Mirrors.of(processingEnv), problems, element).read();
    finish(element, problems, output -> output.settings(settings));
  }

  private ComponentReader reader(TypeElement element, Problems problems, String annotation) {
    return new ComponentReader(Mirrors.of(processingEnv), problems, element, annotation);
  }

  private void finish(
      TypeElement element, Problems problems, java.util.function.Consumer<Output> generation) {
    if (problems.isUnresolved()) {
      postponed.add(element.getQualifiedName().toString());
      return;
    }
    if (problems.isEmpty()) {
      generation.accept(new Output(processingEnv.getFiler(), element, problems));
    }
    report(problems);
  }

  private void report(Problems problems) {
    for (Problem problem : problems.found()) {
      if (!reported.add(problem)) continue;
      processingEnv
          .getMessager()
          .printMessage(Diagnostic.Kind.ERROR, problem.message(), problem.element());
    }
  }
}
