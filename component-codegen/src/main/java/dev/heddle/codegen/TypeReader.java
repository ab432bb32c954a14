package dev.heddle.codegen;

import dev.heddle.codegen.Problems.Place;
import dev.heddle.codegen.ValueType.Element;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads types that are to cross a component's boundary, and refuses those that cannot. */
final class TypeReader {
  private static final Map<String, Leaf> LEAVES =
      Arrays.stream(Leaf.values())
          .collect(Collectors.toMap(leaf -> leaf.reference.toString(), Function.identity()));

  /** Stands for a refused type; a problem has been reported, so nothing is generated from it. */
  private static final Element REFUSED = new ValueType.OfLeaf(Leaf.STRING, false);

  /** Deeper type arguments than any person writes: a generic record that never stops growing. */
  private static final int DEEPEST_TYPE = 12;

  private final Mirrors mirrors;
  private final Problems problems;
  private final Messages messages;
  private final MessageReader messageReader;
  private final String packageName;

  /** A reader for an interface in a package. */
  TypeReader(Mirrors mirrors, Problems problems, Messages messages, String packageName) {
    this.mirrors = mirrors;
    this.problems = problems;
    this.messages = messages;
    this.packageName = packageName;
    this.messageReader = new MessageReader(mirrors, problems, messages, this);
  }

  MessageReader messageReader() {
    return messageReader;
  }

  ValueType read(TypeMirror type, Place place) {
    return switch (type.getKind()) {
      case BOOLEAN, BYTE, SHORT, CHAR, INT, LONG, FLOAT, DOUBLE -> primitive(type.getKind());
      case ARRAY -> array((ArrayType) type, place);
      case DECLARED -> declared((DeclaredType) type, place);
      case ERROR -> {
        problems.unresolved();
        yield REFUSED;
      }
      default -> refuse(type, place, "Name a type that the list of docs/wire-format.md holds.");
    };
  }

  /** Reads the type of a method's result or parameter, which may be a stream. */
  ValueType readWhole(TypeMirror type, Place place) {
    if (!mirrors.isStream(type)) return read(type, place);
    List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
    String rule = "A stream names the type of its elements";
    if (arguments.isEmpty()) {
      problems.add(place, rule, "ValueStream", "Write ValueStream<Order>, say.");
      return REFUSED;
    }
    TypeMirror element = arguments.getFirst();
    if (element.getKind() == TypeKind.WILDCARD) {
      problems.add(
          place, rule, "ValueStream<" + element + ">", "Name the type itself, without a wildcard.");
      return REFUSED;
    }
    if (Mirrors.nullable(element)) nullable(place);
    return new ValueType.Streamed(read(element, place));
  }

  /** Reads a type that stands where Protobuf needs a single element, wrapping it if it is not. */
  Element element(TypeMirror type, Place place) {
    return switch (read(type, place)) {
      case Element element -> element;
      case ValueType.Repeated many -> wrap(many, "items");
      case ValueType.Mapped map -> wrap(map, "entries");
      case ValueType.Maybe maybe -> wrap(maybe, "value");
      case ValueType.Streamed stream -> throw stream.misplaced();
    };
  }

  private Element wrap(ValueType type, String field) {
    Optional<String> known = messages.nameOf(type.java());
    if (known.isPresent()) return new ValueType.OfMessage(type.java(), known.get());
    String name = messages.begin(type.java(), type.label());
    Field only = new Field(1, field, field, type, name + "." + field, "%s");
    messages.end(new Message.Wrapper(name, type.java(), only));
    return new ValueType.OfMessage(type.java(), name);
  }

  private static ValueType primitive(TypeKind kind) {
    return new ValueType.OfLeaf(Leaf.valueOf(kind.name()), true);
  }

  private ValueType array(ArrayType array, Place place) {
    if (array.getComponentType().getKind() == TypeKind.BYTE) {
      return new ValueType.OfLeaf(Leaf.BYTES, false);
    }
    return refuse(array, place, "Use a List; of arrays only byte[] crosses.");
  }

  private ValueType declared(DeclaredType type, Place place) {
    TypeElement element = mirrors.elementOf(type);
    String name = element.getQualifiedName().toString();
    if (LEAVES.containsKey(name)) return new ValueType.OfLeaf(LEAVES.get(name), false);
    if (mirrors.isStream(type)) {
      problems.add(
          place,
          "A stream is the whole result of a method, or a whole parameter",
          mirrors.nameOf(type) + " inside another type",
          "Return or take the ValueStream itself, or use a List here.");
      return REFUSED;
    }
    if (type.getTypeArguments().size() != element.getTypeParameters().size()) {
      return refuse(type, place, "Give the raw type its type arguments.");
    }
    for (TypeMirror argument : type.getTypeArguments()) {
      if (argument.getKind() == TypeKind.WILDCARD) {
        return refuse(type, place, "Name the type argument itself instead of a wildcard.");
      }
    }
    return switch (name) {
      case "java.util.List" -> new ValueType.Repeated(argument(type, 0, place), false);
      case "java.util.Set" -> new ValueType.Repeated(argument(type, 0, place), true);
      case "java.util.Map" ->
          new ValueType.Mapped(argument(type, 0, place), argument(type, 1, place));
      case "java.util.Optional" -> new ValueType.Maybe(argument(type, 0, place));
      default -> own(type, element, place);
    };
  }

  private Element argument(DeclaredType type, int index, Place place) {
    TypeMirror argument = type.getTypeArguments().get(index);
    if (Mirrors.nullable(argument)) nullable(place);
    return element(argument, place);
  }

  void nullable(Place place) {
    problems.add(
        place, "No null crosses a component boundary", "@Nullable", "Use Optional instead.");
  }

  private ValueType own(DeclaredType type, TypeElement element, Place place) {
    boolean isEnum = element.getKind() == ElementKind.ENUM;
    boolean isRecord = element.getKind() == ElementKind.RECORD;
    boolean isSealed =
        element.getKind() == ElementKind.INTERFACE
            && element.getModifiers().contains(Modifier.SEALED);
    if (!isEnum && !isRecord && !isSealed) {
      return refuse(type, place, Remedies.of(element));
    }
    if (!mirrors.reachable(element, packageName)) {
      problems.add(
          place,
          "Generated code must be able to name every type",
          mirrors.nameOf(element) + " is not visible from package " + packageName,
          "Make it, and what it is nested in, public, or move it to that package.");
      return REFUSED;
    }
    TypeName java = mirrors.nameOf(type);
    if (java.depth() > DEEPEST_TYPE) {
      problems.add(
          place,
          "Only values cross a component boundary",
          java.simple() + " with type arguments that never end",
          "Let the generic record refer to itself with its own arguments.");
      return REFUSED;
    }
    Optional<String> known = messages.nameOf(java);
    String name = known.orElseGet(() -> begin(type, java, place));
    if (isEnum) {
      if (known.isEmpty()) messageReader.readEnum(element, name, place);
      return new ValueType.OfEnum(java, name);
    }
    if (known.isEmpty() && isRecord) messageReader.readRecord(type, name, place);
    if (known.isEmpty() && isSealed) messageReader.readSealed(type, name, place);
    return new ValueType.OfMessage(java, name);
  }

  private String begin(DeclaredType type, TypeName java, Place place) {
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    if (arguments.isEmpty()) return messages.begin(java, Names.capitalized(java.simple()));
    String label =
        arguments.stream()
            .map(argument -> read(argument, place).label())
            .collect(Collectors.joining("And", Names.capitalized(java.simple()) + "Of", ""));
    return messages.nameOf(java).orElseGet(() -> messages.begin(java, label));
  }

  private Element refuse(TypeMirror type, Place place, String remedy) {
    problems.add(
        place, "Only values cross a component boundary", mirrors.nameOf(type).toString(), remedy);
    return REFUSED;
  }
}
