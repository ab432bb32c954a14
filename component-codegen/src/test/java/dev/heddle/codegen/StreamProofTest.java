package dev.heddle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.DynamicMessage;
import dev.heddle.component.ValueStream;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.wire.WireLimits;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What streams of every shape send is what protobuf-java reads, element by element. */
final class StreamProofTest {
  private static final int STREAMS = 100;
  private static final int LONGEST = 20;

  static List<Method> protobufReadsEachElementAndSoDoWe() throws Exception {
    return Arrays.asList(descriptor().type().getDeclaredMethods());
  }

  @ParameterizedTest
  @MethodSource
  void protobufReadsEachElementAndSoDoWe(Method method) throws Exception {
    Loopback loopback = new Loopback(descriptor(), echo(), WireLimits.DEFAULT);
    Object stub = loopback.stub();
    MethodDescriptor rpc = rpc(method);
    SplittableRandom random = new SplittableRandom(method.getName().hashCode());
    RandomValues values = new RandomValues(random);
    Type element = elementOf(method);
    for (int i = 0; i < STREAMS; i++) {
      List<Object> sent = new ArrayList<>();
      int length = random.nextInt(LONGEST);
      while (sent.size() < length) sent.add(values.of(element));

      List<Object> received = new ArrayList<>();
      Object returned = method.invoke(stub, ValueStream.from(sent));
      ((ValueStream<?>) Objects.requireNonNull(returned)).forEachRemaining(received::add);

      assertSame(received, sent);
      assertThat(loopback.request).isEmpty();
      assertMessages(rpc.getInputType(), loopback.requests, sent);
      assertMessages(rpc.getOutputType(), loopback.responses, sent);
    }
  }

  private static void assertSame(List<Object> received, List<Object> sent) {
    assertThat(received).hasSameSizeAs(sent);
    for (int i = 0; i < sent.size(); i++) {
      if (received.get(i).equals(sent.get(i))) continue;
      // Arrays have no equals of their own.
      assertThat(received.get(i))
          .usingRecursiveComparison(RecursiveComparisonConfiguration.builder().build())
          .isEqualTo(sent.get(i));
    }
  }

  private static void assertMessages(Descriptor type, List<byte[]> messages, List<Object> values)
      throws Exception {
    JavaToProto expected = new JavaToProto(Optional.empty());
    assertThat(messages).hasSameSizeAs(values);
    for (int i = 0; i < values.size(); i++) {
      assertThat(DynamicMessage.parseFrom(type, messages.get(i)))
          .isEqualTo(expected.first(type, values.get(i)));
    }
  }

  private static MethodDescriptor rpc(Method method) throws Exception {
    MethodDescriptor rpc =
        Proto.FILE
            .findServiceByName("StreamedShapes")
            .findMethodByName(Names.capitalized(method.getName()));
    assertThat(rpc.isClientStreaming()).isTrue();
    assertThat(rpc.isServerStreaming()).isTrue();
    return rpc;
  }

  private static Type elementOf(Method method) {
    return ((ParameterizedType) method.getGenericParameterTypes()[0]).getActualTypeArguments()[0];
  }

  private static Object echo() throws Exception {
    return Proxy.newProxyInstance(
        ShapesFixture.get().classes,
        new Class<?>[] {descriptor().type()},
        (proxy, method, arguments) -> Objects.requireNonNull(arguments)[0]);
  }

  private static ComponentDescriptor<Object> descriptor() throws Exception {
    return Loopback.descriptor(ShapesFixture.get().classes, "shapes.StreamedShapes_Descriptor");
  }

  /** What protoc makes of the .proto, once. */
  private static final class Proto {
    static final FileDescriptor FILE = compiled();

    private static FileDescriptor compiled() {
      try {
        return ProtoCompiler.compile(
            ShapesFixture.get().output,
            "shapes/streamedshapes/StreamedShapes.proto",
            Files.createTempDirectory(Path.of("target"), "protoc"));
      } catch (Exception failure) {
        throw new AssertionError(failure);
      }
    }
  }
}
