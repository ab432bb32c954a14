package dev.heddle.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.heddle.component.ComponentException;
import dev.heddle.component.wire.InvalidValueException;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that are no message of the expected type end in the one typed error, soon. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class MalformedMessageTest {
  private static final int TRUNCATED_VALUES = 100;
  private static final int MUTATIONS = 20_000;

  /** Bytes allocated for a message, at most: the value, its answer, or an exception's trace. */
  private static final long ALLOCATION = 512 * 1024;

  private final ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static List<String> shapes() throws Exception {
    return ShapesFixture.methods();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void everyTruncationIsAValueOrTheTypedError(String shape) throws Exception {
    Victim victim = new Victim(shape);
    for (int i = 0; i < TRUNCATED_VALUES; i++) {
      byte[] request = victim.request();
      for (int length = 0; length < request.length; length++) {
        victim.read(Arrays.copyOf(request, length));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void everyMutationIsAValueOrTheTypedError(String shape) throws Exception {
    Victim victim = new Victim(shape);
    byte[] request = victim.request();
    for (int i = 0; i < MUTATIONS; i++) {
      if (i % 20 == 0) request = victim.request();
      victim.read(victim.mutated(request));
    }
  }

  /** A component that gets bad requests. */
  private final class Victim {
    private final SplittableRandom random;
    private final RandomValues values;
    private final Loopback loopback;
    private final Object stub;
    private final Method method;
    private final int index;

    Victim(String shape) throws Exception {
      ShapesFixture fixture = ShapesFixture.get();
      random = new SplittableRandom(shape.hashCode());
      values = new RandomValues(random);
      loopback = fixture.loopback(WireLimits.DEFAULT);
      stub = loopback.stub();
      method = fixture.java(shape);
      index = fixture.method(shape).index();
    }

    byte[] request() throws ReflectiveOperationException {
      method.invoke(stub, values.of(method.getGenericParameterTypes()[0]));
      return loopback.request;
    }

    void read(byte[] message) {
      long before = memory.getCurrentThreadAllocatedBytes();
      try {
        loopback.serve(index, message);
      } catch (MalformedMessageException expected) {
        assertThat(expected).hasMessageMatching("(?s).+");
      }
      assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(ALLOCATION);
    }

    byte[] mutated(byte[] message) {
      byte[] mutated = Arrays.copyOf(message, message.length + random.nextInt(3));
      for (int i = random.nextInt(4); i >= 0 && mutated.length > 0; i--) {
        int at = random.nextInt(mutated.length);
        mutated[at] =
            switch (random.nextInt(3)) {
              case 0 -> (byte) random.nextInt();
              case 1 -> (byte) (mutated[at] ^ 1 << random.nextInt(8));
              default -> (byte) 0xFF;
            };
      }
      return mutated;
    }
  }

  @Test
  void refusesToWriteAValueNestedDeeperThanTheLimit() {
    assertThatThrownBy(() -> call(new WireLimits(1024, 8, 100), "expression", nested(20)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("deeper than the limit of 8");
  }

  @Test
  void refusesToReadAMessageNestedDeeperThanTheLimit() throws Exception {
    ShapesFixture fixture = ShapesFixture.get();
    Loopback lenient = fixture.loopback(new WireLimits(4096, 1000, 100));
    fixture.java("expression").invoke(lenient.stub(), nested(60));
    Loopback strict = fixture.loopback(WireLimits.DEFAULT);
    assertThatThrownBy(() -> strict.serve(fixture.method("expression").index(), lenient.request))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining("deeper than the limit of 100");
  }

  @Test
  void refusesToWriteAMessageLargerThanTheLimit() {
    assertThatThrownBy(() -> call(new WireLimits(2048, 8, 100), "bytes", new byte[3000]))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("exceeds the limit of 2048 bytes");
  }

  @Test
  void refusesToReadAMessageLargerThanTheLimit() throws Exception {
    ShapesFixture fixture = ShapesFixture.get();
    Loopback strict = fixture.loopback(new WireLimits(2048, 8, 100));
    assertThatThrownBy(() -> strict.serve(fixture.method("bytes").index(), new byte[3000]))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining("exceeds the limit of 2048");
  }

  @Test
  void refusesToReadANumberOfMoreDigitsThanTheLimit() throws Exception {
    ShapesFixture fixture = ShapesFixture.get();
    Loopback loopback = fixture.loopback(WireLimits.DEFAULT);
    for (String number : List.of("9".repeat(20_000), "1E-2000000000", "1E+99999999")) {
      ProtoWriter out = new ProtoWriter(WireLimits.DEFAULT);
      int begun = out.begin();
      // Texts.decimal
      out.string(5, number);
      out.end(1, begun);
      assertThatThrownBy(() -> loopback.serve(fixture.method("texts").index(), out.toByteArray()))
          .isInstanceOf(MalformedMessageException.class);
    }
  }

  @Test
  void refusesToWriteANullAndNamesItsPlace() throws Exception {
    ShapesFixture fixture = ShapesFixture.get();
    Loopback loopback = fixture.loopback(WireLimits.DEFAULT);
    Class<?> page = fixture.classes.loadClass("shapes.Shapes$Page");
    Object invalid =
        page.getDeclaredConstructors()[0].newInstance(null, java.util.Optional.empty());
    assertThatThrownBy(() -> fixture.java("pages").invoke(loopback.stub(), invalid))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .isInstanceOf(InvalidValueException.class)
        .isNotInstanceOf(ComponentException.class)
        .hasMessageContaining("Page.items is null");
  }

  private static Object call(WireLimits limits, String shape, Object value) throws Throwable {
    ShapesFixture fixture = ShapesFixture.get();
    try {
      return fixture.java(shape).invoke(fixture.loopback(limits).stub(), value);
    } catch (InvocationTargetException failed) {
      throw failed.getTargetException();
    }
  }

  private static Object nested(int levels) throws Exception {
    ClassLoader classes = ShapesFixture.get().classes;
    Class<?> expression = classes.loadClass("shapes.Shapes$Expression");
    Object value =
        classes.loadClass("shapes.Shapes$Constant").getConstructor(long.class).newInstance(1L);
    for (int i = 0; i < levels; i++) {
      value =
          classes.loadClass("shapes.Shapes$Negated").getConstructor(expression).newInstance(value);
    }
    return value;
  }
}
