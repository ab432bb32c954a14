package dev.heddle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import dev.heddle.component.wire.WireLimits;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the codecs write is what protobuf-java reads, and the other way round. */
final class CodecProofTest {
  private static final int VALUES = 10_000;

  static List<String> shapes() throws Exception {
    return ShapesFixture.methods();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void protobufReadsWhatWeWrite(String shape) throws Exception {
    ShapesFixture fixture = ShapesFixture.get();
    Loopback loopback = fixture.loopback(WireLimits.DEFAULT);
    Object stub = loopback.stub();
    Method method = fixture.java(shape);
    Type type = method.getGenericParameterTypes()[0];
    Descriptor request = fixture.request(shape);
    RandomValues values = new RandomValues(new SplittableRandom(shape.hashCode()));
    JavaToProto expected = new JavaToProto(Optional.empty());
    assertThat(fixture.response(shape).findFieldByNumber(1).toProto().getType())
        .isEqualTo(request.findFieldByNumber(1).toProto().getType());
    for (int i = 0; i < VALUES; i++) {
      Object value = values.of(type);

      Object result = method.invoke(stub, value);

      assertSame(result, value);
      assertThat(DynamicMessage.parseFrom(request, loopback.request))
          .isEqualTo(expected.first(request, value));
      // Field 1 of request and response is the same value, so their bytes are the same too.
      assertThat(loopback.response).isEqualTo(loopback.request);
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void weReadWhatProtobufWritesAndPassOverWhatWeDoNotKnow(String shape) throws Exception {
    ShapesFixture fixture = ShapesFixture.get();
    Loopback loopback = fixture.loopback(WireLimits.DEFAULT);
    SplittableRandom random = new SplittableRandom(shape.hashCode() + 1);
    RandomValues values = new RandomValues(random);
    JavaToProto messages = new JavaToProto(Optional.of(random));
    Type type = fixture.java(shape).getGenericParameterTypes()[0];
    Descriptor descriptor = fixture.request(shape);
    int index = fixture.method(shape).index();
    for (int i = 0; i < VALUES; i++) {
      Object value = values.of(type);

      loopback.serve(index, messages.first(descriptor, value).toByteArray());

      assertSame(fixture.received(), value);
    }
  }

  private static void assertSame(Object actual, Object expected) {
    if (actual.equals(expected)) return;
    // Arrays have no equals of their own.
    assertThat(actual)
        .usingRecursiveComparison(RecursiveComparisonConfiguration.builder().build())
        .isEqualTo(expected);
  }
}
