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
      /** The caller's side of {@link $component}: calls it directly, or leaves that to an edge. */
      @$Generated("dev.heddle.codegen")
      final class $stub implements $component {
        private final $Edge<$component> edge;
        $counters
        volatile $local local;

        $stub($Edge<$component> edge) {
          this.edge = edge;
          $counts
        }
        $methods
        $invocations
      }
      """;

  private static final String METHOD =
      """

      @Override
      public $result $name($parameters)$throws {
        $component $local = this.local;
        if ($local != null) {
          long $begun = $counter.begin();
          try {
            $direct
          $catchDeclared
          } catch (Throwable $undeclared) {
            throw $counter.undeclared($undeclared);
          } finally {
            $counter.end($begun);
          }
        }
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

  private StubWriter(Component component) {
    this.component = component;
    Set<String> reserved = new HashSet<>(component.memberTypes());
    component.methods().forEach(method -> reserved.add(method.invocation()));
    this.file = new SourceFile(component.packageName(), reserved);
    this.interfaceName = file.name(component.java());
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
    values.put("counts", lines("this.${name}Counter = edge.counter(${descriptor}.${constant});"));
    values.put("methods", joined(component.methods().stream().map(this::method).toList()));
    InvocationWriter invocations = new InvocationWriter(component, file);
    values.put(
        "invocations", joined(component.methods().stream().map(invocations::write).toList()));
    return file.finish(file.fill(FILE, values));
  }

  private String lines(String template) {
    return component.methods().stream()
        .map(
            method ->
                file.fill(
                    template,
                    Map.of(
                        "name", method.name(),
                        "descriptor", component.generated("Descriptor"),
                        "constant", method.constant())))
        .collect(Collectors.joining());
  }

  private String method(Method method) {
    Names names = new Names(Set.copyOf(method.parameters()));
    String counterField = method.name() + "Counter";
    String counter =
        method.parameters().contains(counterField) ? "this." + counterField : counterField;
    Map<String, String> values = new HashMap<>();
    values.put("component", interfaceName);
    values.put("name", method.name());
    values.put("place", component.java().simple() + "." + method.name());
    values.put("result", file.name(method.declaredResult()));
    values.put("parameters", parameters(method));
    values.put("throws", thrown(method, file));
    values.put("local", names.unique("local"));
    values.put("begun", names.unique("begun"));
    values.put("counter", counter);
    values.put("declared", names.unique("declared"));
    values.put("undeclared", names.unique("undeclared"));
    values.put("expected", names.unique("expected"));
    values.put("unexpected", names.unique("unexpected"));
    values.put("direct", direct(method, values.get("local")));
    values.put("leave", leave(method));
    values.put("expectedTypes", expectedTypes(method));
    values.put(
        "catchDeclared",
        method.failures().stream()
            .map(failure -> catchDeclared(failure, values))
            .collect(Collectors.joining()));
    return file.fill(METHOD, values);
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
  private static String direct(Method method, String local) {
    StringBuilder arguments = new StringBuilder();
    for (int i = 0; i < method.parameters().size(); i++) {
      if (i > 0) arguments.append(", ");
      arguments.append(method.parameters().get(i));
      if (isArray(method.arguments().fields().get(i).type())) arguments.append(".clone()");
    }
    String call = local + "." + method.name() + "(" + arguments + ")";
    if (method.result().isEmpty()) return call + ";\nreturn;";
    return "return " + call + (isArray(method.result().get().type()) ? ".clone();" : ";");
  }

  private static boolean isArray(ValueType type) {
    return type instanceof ValueType.OfLeaf(Leaf leaf, boolean primitive) && leaf == Leaf.BYTES;
  }

  private String leave(Method method) {
    String edge = method.parameters().contains("edge") ? "this.edge" : "edge";
    String call =
        edge
            + ".call(new "
            + method.invocation()
            + "("
            + String.join(", ", method.parameters())
            + "));";
    return method.result().isEmpty() ? call : "return " + call;
  }

  private static String joined(List<String> parts) {
    return String.join("", parts);
  }
}
