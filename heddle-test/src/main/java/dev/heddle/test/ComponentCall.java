package dev.heddle.test;

import static java.util.Objects.requireNonNull;

import dev.heddle.component.ComponentException;
import dev.heddle.component.ValueStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A call of a component that can be made any number of times. */
record ComponentCall(Method method, List<Object> arguments) {

  /** What came of a call: its text, by which outcomes are compared, and the result if any. */
  record Outcome(String text, @Nullable Object result) {}

  Outcome on(Object component) {
    method.setAccessible(true);
    Object[] passed = arguments.stream().map(ComponentCall::passed).toArray();
    try {
      Object result = method.invoke(component, passed);
      if (method.getReturnType() == void.class) return new Outcome("returns", null);
      Object kept = result instanceof ValueStream<?> stream ? drain(stream) : result;
      return new Outcome("returns " + JavaText.of(kept), kept);
    } catch (InvocationTargetException failure) {
      return new Outcome("throws " + failure(requireNonNull(failure.getCause())), null);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** This call with each argument that is smaller, one at a time. */
  Stream<ComponentCall> smaller() {
    return IntStream.range(0, arguments.size())
        .boxed()
        .flatMap(
            at ->
                SmallerValues.than(arguments.get(at))
                    .map(it -> new ComponentCall(method, SmallerValues.with(arguments, at, it))));
  }

  private static Object passed(Object argument) {
    return argument instanceof StreamedValues streamed
        ? ValueStream.from(streamed.values())
        : argument;
  }

  private static Object drain(ValueStream<?> stream) {
    List<Object> values = new ArrayList<>();
    try (stream) {
      while (stream.hasNext()) values.add(stream.next());
    } catch (Exception failure) {
      return values.isEmpty() ? failure(failure) : JavaText.of(values) + " and " + failure(failure);
    }
    return new StreamedValues(values);
  }

  /** Where something undeclared was thrown is told differently on either side. */
  private static String failure(Throwable failure) {
    return failure instanceof ComponentException undeclared
        ? JavaText.name(undeclared.getClass())
            + " of "
            + undeclared.failure()
            + ": "
            + JavaText.of(undeclared.failureMessage())
        : JavaText.ofFailure(failure);
  }

  @Override
  public String toString() {
    return JavaText.name(method.getDeclaringClass())
        + "."
        + method.getName()
        + arguments.stream().map(JavaText::of).collect(Collectors.joining(", ", "(", ")"));
  }
}
