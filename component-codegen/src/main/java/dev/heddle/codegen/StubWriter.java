package dev.heddle.codegen;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the caller's side of a component. */
final class StubWriter {
  private static final String FILE =
      """
      /**
       * The caller's side of {@link $component}: calls it directly, or leaves that to an edge. Direct
       * calls are counted, except, most of the time, those of a method that is called very often.
       */
      @$Generated("dev.heddle.codegen")
      final class $stub implements $component {
        private final $Edge<$component> edge;
        $counters
        $uncounted
        volatile $local local;

        $stub($Edge<$component> edge) {
          this.edge = edge;
          $counts
        }

        void callUncounted(int method, $local local) {
          switch (method) {
            $cases
            default -> throw new IllegalArgumentException("$component has no method " + method);
          }
        }
        $methods
        $invocations
      }
      """;

  private static final String METHOD =
      """

      @Override
      public $result $name($parameters)$throws {
        $component $local = $uncounted;
        long $begun = $CallCounter.NOT_TIMED;
        if ($local == null) {
          $local = this.local;
          if ($local == null) {
            $elsewhere
          }
          $begun = $counter.begin();
        }
        // Counted or not, it is one call, so that the JVM sees how often it is made.
        try {
          $direct
        $catchDeclared
        } catch (Throwable $undeclared) {
          throw $counter.undeclared($undeclared);
        } finally {
          $counter.end($begun);
        }
      }

      private $result $leaving($parameters)$throws {
        try {
          $leave
        } catch ($expectedTypes $expected) {
          throw $expected;
        } catch (Exception $unexpected) {
          throw new AssertionError("an edge threw what $place does not declare", $unexpected);
        }
      }
      """;

  /** A call with a stream always leaves through the edge, which watches the stream to its end. */
  private static final String STREAMING =
      """

      @Override
      public $result $name($parameters)$throws {
        try {
          $leave
        } catch ($expectedTypes $expected) {
          throw $expected;
        } catch (Exception $unexpected) {
          throw new AssertionError("an edge threw what $place does not declare", $unexpected);
        }
      }
      """;

  private static final String CATCH =
      """
      } catch ($type $declared) {
        throw $counter.declared($declared);
      """;

  private final Component component;
  private final SourceFile file;
  private final String interfaceName;
  private final Names methods;

  private StubWriter(Component component) {
    this.component = component;
    Set<String> reserved = new HashSet<>(component.memberTypes());
    component.methods().forEach(method -> reserved.add(method.invocation()));
    this.file = new SourceFile(component.packageName(), reserved);
    this.interfaceName = file.name(component.java());
    this.methods =
        new Names(component.methods().stream().map(Method::name).collect(Collectors.toSet()));
  }

  static String write(Component component) {
    return new StubWriter(component).write();
  }

  private String write() {
    Map<String, String> values = new HashMap<>();
    values.put("component", interfaceName);
    values.put("stub", component.generated("Stub"));
    values.put("local", file.nullable(component.java()));
    values.put("counters", lines("private final $CallCounter ${name}Counter;"));
    values.put(
        "uncounted", lines("private volatile " + values.get("local") + " ${name}Uncounted;"));
    values.put("cases", cases());
    values.put("counts", lines("this.${name}Counter = edge.counter(${descriptor}.${constant});"));
    values.put("methods", joined(component.methods().stream().map(this::method).toList()));
    InvocationWriter invocations = new InvocationWriter(component, file);
    values.put(
        "invocations", joined(component.methods().stream().map(invocations::write).toList()));
    return file.finish(file.fill(FILE, values));
  }

  private String lines(String template) {
    return component.methods().stream()
        .filter(method -> !method.streams())
        .map(
            method ->
                file.fill(
                    template,
                    Map.of(
                        "name", method.name(),
                        "index", Integer.toString(method.index()),
                        "descriptor", component.generated("Descriptor"),
                        "constant", method.constant())))
        .collect(Collectors.joining());
  }

  private String cases() {
    List<String> streaming =
        component.methods().stream()
            .filter(Method::streams)
            .map(method -> Integer.toString(method.index()))
            .toList();
    String cases = lines("case $index -> ${name}Uncounted = local;");
    if (streaming.isEmpty()) return cases;
    return cases
        + "case "
        + String.join(", ", streaming)
        + " -> {} // Calls with streams are always counted.\n";
  }

  private String method(Method method) {
    Names names = new Names(Set.copyOf(method.parameters()));
    Map<String, String> values = new HashMap<>();
    values.put("component", interfaceName);
    values.put("name", method.name());
    values.put("place", component.java().simple() + "." + method.name());
    values.put("result", file.name(method.declaredResult()));
    values.put("parameters", parameters(method));
    values.put("throws", thrown(method, file));
    if (method.streams()) return streaming(method, names, values);
    values.put("local", names.unique("local"));
    values.put("begun", names.unique("begun"));
    values.put("counter", field(method, method.name() + "Counter"));
    values.put("uncounted", field(method, method.name() + "Uncounted"));
    String leaving = methods.unique(List.of(method.name() + "Leaving"));
    String call = leaving + "(" + String.join(", ", method.parameters()) + ");";
    values.put("leaving", leaving);
    values.put("elsewhere", method.result().isEmpty() ? call + "\nreturn;" : "return " + call);
    values.put("declared", names.unique("declared"));
    values.put("undeclared", names.unique("undeclared"));
    values.put("expected", names.unique("expected"));
    values.put("unexpected", names.unique("unexpected"));
    String direct = direct(method, values.get("local"), method.parameters());
    values.put("direct", method.result().isEmpty() ? direct + "\nreturn;" : "return " + direct);
    values.put("leave", leave(method));
    values.put("expectedTypes", expectedTypes(method));
    values.put(
        "catchDeclared",
        method.failures().stream()
            .map(failure -> catchDeclared(failure, values))
            .collect(Collectors.joining()));
    return file.fill(METHOD, values);
  }

  private String streaming(Method method, Names names, Map<String, String> values) {
    values.put("expected", names.unique("expected"));
    values.put("unexpected", names.unique("unexpected"));
    values.put("leave", leave(method));
    values.put("expectedTypes", expectedTypes(method));
    return file.fill(STREAMING, values);
  }

  private String catchDeclared(Method.Failure failure, Map<String, String> method) {
    Map<String, String> values = new HashMap<>(method);
    values.put("type", file.name(failure.type().java()));
    return file.fill(CATCH, values);
  }

  private String parameters(Method method) {
    StringBuilder parameters = new StringBuilder();
    for (int i = 0; i < method.parameters().size(); i++) {
      if (i > 0) parameters.append(", ");
      parameters.append(file.name(method.arguments().fields().get(i).type().java()));
      parameters.append(' ').append(method.parameters().get(i));
    }
    return parameters.toString();
  }

  static String thrown(Method method, SourceFile file) {
    if (method.failures().isEmpty()) return "";
    return method.failures().stream()
        .map(failure -> file.name(failure.type().java()))
        .collect(Collectors.joining(", ", " throws ", ""));
  }

  private String expectedTypes(Method method) {
    StringBuilder types = new StringBuilder();
    for (Method.Failure failure : method.failures()) {
      if (!failure.type().unchecked()) types.append(file.name(failure.type().java())).append(" | ");
    }
    return types.append("RuntimeException").toString();
  }

  /** The direct call. Arrays, which either side could change later, are copied on the way. */
  static String direct(Method method, String target, List<String> values) {
    StringBuilder arguments = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) arguments.append(", ");
      arguments.append(values.get(i));
      if (isArray(method.arguments().fields().get(i).type())) arguments.append(".clone()");
    }
    boolean array = method.result().map(result -> isArray(result.type())).orElse(false);
    return target + "." + method.name() + "(" + arguments + (array ? ").clone();" : ");");
  }

  /** Whether {@link #direct} copies anything. */
  static boolean copiesArrays(Method method) {
    return method.arguments().fields().stream().anyMatch(field -> isArray(field.type()))
        || method.result().map(result -> isArray(result.type())).orElse(false);
  }

  private static boolean isArray(ValueType type) {
    return type instanceof ValueType.OfLeaf(Leaf leaf, boolean primitive) && leaf == Leaf.BYTES;
  }

  private String leave(Method method) {
    String call =
        field(method, "edge")
            + (method.streams() ? ".stream(new " : ".call(new ")
            + method.invocation()
            + "("
            + String.join(", ", method.parameters())
            + "));";
    return method.result().isEmpty() ? call : "return " + call;
  }

  /** A field's name, as a method says it whose parameter may have the same. */
  private static String field(Method method, String name) {
    return method.parameters().contains(name) ? "this." + name : name;
  }

  private static String joined(List<String> parts) {
    return String.join("", parts);
  }
}
