package dev.heddle.codegen;

import dev.heddle.codegen.Problems.Place;
import dev.heddle.codegen.SettingsRecord.Setting;
import dev.heddle.component.DefaultValue;
import dev.heddle.component.spi.SettingType;
import dev.heddle.component.spi.SettingTypes;
import dev.heddle.component.spi.SettingValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads a record of settings. */
final class SettingsRecordReader {
  /** How each type is read: the name of a constant, and the constant, to check defaults by. */
  private record Reading(String constant, SettingType<?> type) {}

  private static final Map<String, Reading> READINGS =
      Map.of(
          "java.lang.String", new Reading("TEXT", SettingTypes.TEXT),
          "java.lang.Integer", new Reading("INT", SettingTypes.INT),
          "java.lang.Long", new Reading("LONG", SettingTypes.LONG),
          "java.lang.Boolean", new Reading("BOOLEAN", SettingTypes.BOOLEAN),
          "java.lang.Double", new Reading("DOUBLE", SettingTypes.DOUBLE),
          "java.math.BigDecimal", new Reading("DECIMAL", SettingTypes.DECIMAL),
          "java.time.Duration", new Reading("DURATION", SettingTypes.DURATION),
          "java.net.URI", new Reading("URI", SettingTypes.URI),
          "java.util.List<java.lang.String>", new Reading("TEXTS", SettingTypes.TEXTS));

  private final Mirrors mirrors;
  private final Problems problems;
  private final TypeElement element;

  SettingsRecordReader(Mirrors mirrors, Problems problems, TypeElement element) {
    this.mirrors = mirrors;
    this.problems = problems;
    this.element = element;
  }

  /** The record. Only to be used when no problem was found. */
  SettingsRecord read() {
    boolean readable =
        element.getKind() == ElementKind.RECORD
            && element.getTypeParameters().isEmpty()
            && mirrors.reachable(element, mirrors.packageOf(element));
    if (!readable) {
      problems.add(
          new Place(element, element.getSimpleName().toString()),
          "@ComponentSettings marks a record without type parameters that its package can name",
          "the " + element.getKind().toString().toLowerCase(java.util.Locale.ROOT),
          "Make it such a record, at least package-private.");
    }
    List<Setting> settings = new ArrayList<>();
    element.getRecordComponents().forEach(component -> settings.add(setting(component)));
    return new SettingsRecord(mirrors.nameOf(element), List.copyOf(settings));
  }

  private Setting setting(RecordComponentElement component) {
    String name = component.getSimpleName().toString();
    Place at = new Place(component, element.getSimpleName() + "(" + name + ")");
    TypeMirror written = component.asType();
    if (written.getKind() == TypeKind.ERROR) problems.unresolved();
    Optional<TypeMirror> held = mirrors.held(written);
    TypeMirror type = boxed(held.orElse(written));
    TypeName typeName = mirrors.nameOf(type);
    Optional<Reading> reading = Optional.ofNullable(READINGS.get(typeName.toString()));
    boolean constants =
        mirrors.elementOf(type).map(it -> it.getKind() == ElementKind.ENUM).orElse(false);
    boolean list = reading.map(it -> it.constant().equals("TEXTS")).orElse(false);
    boolean boxed = isBox(written);
    if ((reading.isEmpty() && !constants) || boxed || (held.isPresent() && list)) {
      problems.add(
          at,
          "A setting is a String, int, long, boolean, double, BigDecimal, Duration, URI or enum, an"
              + " Optional of these, or a List<String>",
          mirrors.nameOf(written).toString(),
          boxed
              ? "Use the primitive, or an Optional."
              : "Use one of these, and convert it in the component.");
    }
    Optional<String> fallback = fallback(component);
    checkForeignDefault(at, component);
    fallback.ifPresent(
        value -> checkDefault(at, value, held.isPresent(), constants, type, reading));
    return new Setting(
        name,
        SettingValues.kebab(name),
        typeName,
        reading.map(Reading::constant).orElse(""),
        held.isPresent(),
        fallback);
  }

  private static Optional<String> fallback(RecordComponentElement component) {
    return Optional.ofNullable(component.getAnnotation(DefaultValue.class))
        .map(DefaultValue::value);
  }

  private TypeMirror boxed(TypeMirror type) {
    return type.getKind().isPrimitive()
        ? mirrors.types().boxedClass(mirrors.types().getPrimitiveType(type.getKind())).asType()
        : type;
  }

  private static boolean isBox(TypeMirror written) {
    return written instanceof DeclaredType declared
        && List.of("java.lang.Integer", "java.lang.Long", "java.lang.Boolean", "java.lang.Double")
            .contains(((TypeElement) declared.asElement()).getQualifiedName().toString());
  }

  private void checkForeignDefault(Place at, RecordComponentElement component) {
    for (AnnotationMirror annotation : component.getAnnotationMirrors()) {
      String name = Mirrors.qualified(annotation);
      if (!name.endsWith(".DefaultValue") || name.equals(DefaultValue.class.getName())) continue;
      problems.add(
          at,
          "A setting's default is a " + DefaultValue.class.getName(),
          "@" + name,
          "Import the other one.");
    }
  }

  private void checkDefault(
      Place at,
      String value,
      boolean optional,
      boolean constants,
      TypeMirror type,
      Optional<Reading> reading) {
    if (optional) {
      problems.add(
          at, "An optional setting has no default", "'" + value + "'", "Remove one of the two.");
      return;
    }
    Optional<String> expected =
        constants ? unknownConstant(value, type) : reading.flatMap(it -> unreadable(value, it));
    expected.ifPresent(
        what ->
            problems.add(
                at,
                "A default is a value of its setting",
                "'" + value + "'",
                "Set it to " + what + "."));
  }

  private static Optional<String> unreadable(String value, Reading reading) {
    try {
      reading.type().read(value);
      return Optional.empty();
    } catch (IllegalArgumentException unreadable) {
      return Optional.of(reading.type().expected());
    }
  }

  private Optional<String> unknownConstant(String value, TypeMirror type) {
    List<String> names =
        mirrors.elementOf(type).orElseThrow().getEnclosedElements().stream()
            .filter(it -> it.getKind() == ElementKind.ENUM_CONSTANT)
            .map(Element::getSimpleName)
            .map(Object::toString)
            .toList();
    boolean known =
        names.stream()
            .anyMatch(it -> SettingValues.uniform(it).equals(SettingValues.uniform(value)));
    return known
        ? Optional.empty()
        : Optional.of(
            "one of " + String.join(", ", names.stream().map(SettingValues::kebab).toList()));
  }
}
