package dev.heddle.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.RequestContext;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.TraceContext;
import dev.heddle.core.remote.CallNotBegunException;
import dev.heddle.core.remote.IncomingCall;
import dev.heddle.core.remote.ProcessIdentity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Frames are messages of tunnel.proto, as Protobuf's own library has them. */
class FrameFormatTest {
  private static final ProcessIdentity PROCESS = new ProcessIdentity("shop", "é1", "", 300);

  private final FileDescriptor file =
      new ProtoSchemas(FrameFormatTest.class.getClassLoader())
          .file("META-INF/heddle/proto/heddle/tunnel/v1/tunnel.proto");
  private final Random random = new Random(5);
  private final FrameWriter frames = new FrameWriter();

  @Test
  void areWrittenAsProtobufWritesThem() throws Exception {
    frames.hello(PROCESS);
    frames.welcome(PROCESS, List.of("Cart", "Desk"), ServerState.READY);
    frames.state(ServerState.DRAINING);
    frames.edge(1, "Front", "Desk");
    frames.call(1, 1, 0, new byte[0], Optional.empty());
    frames.call(1L << 40, 300, 7, bytes(200), Optional.empty());
    frames.call(3, 1, 2, bytes(TunnelLimits.WHOLE_BYTES + 1), Optional.of(context()));
    frames.call(4, 1, 2, bytes(TunnelLimits.WHOLE_BYTES), Optional.of(context()));
    frames.reply(1, bytes(3), List.of("a", "", "c"));
    frames.reply(2, bytes(100_000), List.of());
    frames.refused(2, RefusedFrame.number(CallNotBegunException.Reason.OVERLOADED), "x");
    frames.broken(2, "gone");
    frames.cancel(200);
    frames.credit(200, 131_072);
    byte[] written = Arrays.copyOf(frames.batch().bytes(), frames.batch().length());
    DynamicMessage message = DynamicMessage.parseFrom(type("Frames"), written);
    assertThat(message.toByteArray()).isEqualTo(written);
    assertThat(unknown(message)).isFalse();
    assertThat(message.getRepeatedFieldCount(type("Frames").findFieldByNumber(1))).isEqualTo(14);
  }

  @Test
  void areReadAsProtobufWroteThem() {
    Descriptor call = type("Call");
    Descriptor context = type("Context");
    DynamicMessage written =
        DynamicMessage.newBuilder(call)
            .setField(field(call, "id"), 77L)
            .setField(field(call, "edge"), 9_999)
            .setField(field(call, "method"), 3)
            .setField(field(call, "request"), ByteString.copyFrom(bytes(50)))
            .setField(
                field(call, "context"),
                DynamicMessage.newBuilder(context)
                    .setField(field(context, "remaining_micros"), 5_000L)
                    .setField(field(context, "trace"), ByteString.copyFrom(new byte[24]))
                    .setField(field(context, "sampled"), true)
                    .setField(field(context, "requester"), "ünn")
                    .setField(field(context, "trail"), true)
                    .setField(field(context, "recorded_call"), 1L << 55)
                    .build())
            .build();
    FrameReader in = reader("call", written);
    assertThat(in.next()).isEqualTo(FrameKind.CALL);
    CallFrame read = CallFrame.read(in, 1_000);
    assertThat(read.id()).isEqualTo(77);
    assertThat(read.edge()).isEqualTo(9_999);
    assertThat(read.method()).isEqualTo(3);
    assertThat(read.request()).hasSize(50);
    assertThat(read.context())
        .contains(
            new IncomingCall.Context(
                "ünn",
                new TraceContext("0".repeat(32), "0".repeat(16), true),
                5_000_000,
                true,
                1L << 55));
    assertThat(in.next()).isZero();
  }

  private FrameReader reader(String kind, DynamicMessage inside) {
    Descriptor frame = type("Frame");
    byte[] batch =
        DynamicMessage.newBuilder(type("Frames"))
            .addRepeatedField(
                field(type("Frames"), "frame"),
                DynamicMessage.newBuilder(frame).setField(field(frame, kind), inside).build())
            .build()
            .toByteArray();
    return new FrameReader(new Batch(batch, batch.length));
  }

  private Descriptor type(String name) {
    return file.findMessageTypeByName(name);
  }

  private static FieldDescriptor field(Descriptor type, String name) {
    return type.findFieldByName(name);
  }

  private static boolean unknown(DynamicMessage message) {
    if (!message.getUnknownFields().asMap().isEmpty()) return true;
    return message.getAllFields().values().stream()
        .flatMap(
            value ->
                value instanceof List<?> list ? list.stream() : java.util.stream.Stream.of(value))
        .anyMatch(value -> value instanceof DynamicMessage inner && unknown(inner));
  }

  private static RequestContext context() {
    try (HeddleRuntime runtime =
        HeddleRuntime.builder(new ComponentCatalog(List.of(), List.of()))
            .options(RuntimeOptions.DEFAULT.withTrails(true))
            .build()) {
      String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
      return runtime.requests().enter("ünn", TraceContext.parse(trace).orElseThrow());
    }
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
