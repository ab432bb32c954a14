package dev.heddle.transport;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Skeleton;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.remote.CallNotBegunException;
import dev.heddle.core.remote.IncomingCall;
import dev.heddle.core.remote.IncomingCalls;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.Refusal;
import dev.heddle.core.remote.ServedCall;
import dev.heddle.transport.fixture.Desk;
import dev.heddle.transport.fixture.Desk_Descriptor;
import dev.heddle.transport.fixture.PlainDesk;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a replica of a test offers: a desk. */
final class TestCalls implements IncomingCalls {
  static final ComponentDescriptor<Desk> DESK = new Desk_Descriptor();
  static final WireLimits LARGE = new WireLimits(128 * 1024 * 1024, 100, 10_000);

  private final ProcessIdentity identity;
  private final Serving.Answer answer;
  private final Serving.Streaming streaming;
  private final Queue<Refusal> refused = new ConcurrentLinkedQueue<>();
  private Optional<CallNotBegunException> refusal = Optional.empty();

  TestCalls(Serving.Answer answer) {
    this("r1", answer);
  }

  TestCalls(String revision, Serving.Answer answer) {
    this(revision, answer, deskStreams());
  }

  private TestCalls(String revision, Serving.Answer answer, Serving.Streaming streaming) {
    this.identity = identity(revision, "replica-1");
    this.answer = answer;
    this.streaming = streaming;
  }

  /** Calls with streams that a test answers. */
  static TestCalls streaming(Serving.Streaming streaming) {
    return new TestCalls("r1", deskAnswer(), streaming);
  }

  /** The streams of a real component. */
  static Serving.Streaming deskStreams() {
    Skeleton skeleton = DESK.skeleton(new PlainDesk());
    return (call, requests) -> ProducedStream.open(skeleton, call.call(), requests);
  }

  /** Calls that a real component answers. */
  static TestCalls desk() {
    return new TestCalls(deskAnswer());
  }

  /** The answers of a real component. */
  static Serving.Answer deskAnswer() {
    Skeleton skeleton = DESK.skeleton(new PlainDesk());
    return call -> invoke(skeleton, call.call());
  }

  /** None at all. */
  static TestCalls refusing(CallNotBegunException refusal) {
    TestCalls calls = desk();
    calls.refusal = Optional.of(refusal);
    return calls;
  }

  static ProcessIdentity identity(String revision, String process) {
    return new ProcessIdentity("shop", revision, process, ProcessHandle.current().pid());
  }

  static byte[] invoke(Skeleton skeleton, IncomingCall call) {
    ProtoWriter response = new ProtoWriter(LARGE);
    skeleton.invoke(call.method().index(), new ProtoReader(call.request(), LARGE), response);
    return response.toByteArray();
  }

  @Override
  public ProcessIdentity identity() {
    return identity;
  }

  @Override
  public List<ComponentDescriptor<?>> components() {
    return List.of(DESK);
  }

  @Override
  public ServedCall accept(IncomingCall call) {
    if (refusal.isPresent()) throw refusal.get();
    return new Serving(call, answer, streaming);
  }

  @Override
  public void refused(Refusal why, String words) {
    refused.add(why);
  }

  /** What was refused before it came here. */
  List<Refusal> refused() {
    return List.copyOf(refused);
  }
}
