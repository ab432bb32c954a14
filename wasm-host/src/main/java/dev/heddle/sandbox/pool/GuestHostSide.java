package dev.heddle.sandbox.pool;

import static java.util.Objects.requireNonNull;

import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.sandbox.GuestGrants;
import dev.heddle.core.sandbox.SandboxLimits;
import dev.heddle.sandbox.engine.GuestInstance;
import dev.heddle.sandbox.engine.HostFunctions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/**
 * What one instance can call, within what is granted and within the limits of the call it serves.
 */
final class GuestHostSide implements HostFunctions {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Level[] LEVELS = {
    Level.TRACE, Level.DEBUG, Level.INFO, Level.WARN, Level.ERROR
  };

  /** What might end the line, or tell a terminal to do something. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\u2028\u2029]");

  private static final long NANOS = 1_000_000_000;
  private static final int MOST_OPEN_CALLS = 64;

  /** What a line of the log costs beyond its characters, so that empty ones are not for nothing. */
  private static final int LINE_BYTES = 64;

  private final GuestGrants grants;
  private final SandboxLimits limits;
  private final CallFailures failures;
  private final Logger log;
  private final Map<Integer, GuestCall> outgoing = new HashMap<>();
  private @Nullable GuestInstance guest;
  private @Nullable OutgoingMessages incoming;
  private boolean listening;
  private int method;
  private int hostCalls;
  private long logBytes;

  GuestHostSide(GuestGrants grants, SandboxLimits limits, CallFailures failures, Logger log) {
    this.grants = grants;
    this.limits = limits;
    this.failures = failures;
    this.log = log;
  }

  /** The instance that calls. */
  void serves(GuestInstance instance) {
    guest = instance;
  }

  /** A call begins, which has all limits to itself. */
  void begin(int called) {
    method = called;
    listening = true;
    hostCalls = 0;
    logBytes = 0;
  }

  /** The stream that the call takes. */
  void takes(OutgoingMessages requests) {
    incoming = requests;
  }

  /** Whether the call has streams that are to be closed when it ends. */
  boolean hasStreams() {
    return incoming != null || !outgoing.isEmpty();
  }

  /**
   * The call has ended: its streams are closed.
   *
   * @param answering whether the guest can be told to send no more
   */
  void endStreams(boolean answering) {
    listening = answering;
    List<GuestCall> open = List.copyOf(outgoing.values());
    outgoing.clear();
    OutgoingMessages taken = incoming;
    incoming = null;
    open.forEach(GuestCall::close);
    if (taken != null) taken.close();
  }

  private void count() {
    if (++hostCalls > limits.hostCalls()) throw failures.hostCalls(method);
  }

  @Override
  public byte[] call(int target, int called, byte[] request) {
    count();
    return grants.call(target, called, request);
  }

  @Override
  public boolean present(int target) {
    return grants.present(target);
  }

  @Override
  public long instant(int target) {
    count();
    Instant now = grants.instant(target);
    return now.getEpochSecond() * NANOS + now.getNano();
  }

  @Override
  public byte @Nullable [] open(int target, int called, byte[] request, int call) {
    count();
    if (outgoing.containsKey(call)) throw protocol("its call " + call + " is open already");
    if (outgoing.size() == MOST_OPEN_CALLS) {
      throw protocol("it has more than " + MOST_OPEN_CALLS + " open calls at once");
    }
    GuestCall opened = grants.open(target, called, request, new Pulled(call));
    if (opened.response().isPresent()) return opened.response().get();
    outgoing.put(call, opened);
    return null;
  }

  @Override
  public byte @Nullable [] next(int call) {
    count();
    return opened(call).next().orElse(null);
  }

  @Override
  public void close(int call) {
    GuestCall opened = outgoing.remove(call);
    if (opened != null) opened.close();
  }

  private GuestCall opened(int call) {
    GuestCall opened = outgoing.get(call);
    if (opened == null) throw protocol("it has no open call " + call);
    return opened;
  }

  private static IllegalStateException protocol(String what) {
    return new IllegalStateException("a call that no guest of Heddle's makes: " + what);
  }

  @Override
  public byte @Nullable [] take(int stream) {
    count();
    OutgoingMessages taken = requireNonNull(incoming, "the call takes no stream");
    ProtoWriter message = new ProtoWriter(WireLimits.DEFAULT);
    return taken.write(message) ? message.toByteArray() : null;
  }

  @Override
  public void untake(int stream) {
    if (incoming != null) incoming.close();
  }

  @Override
  public boolean clock() {
    return grants.clock();
  }

  @Override
  public boolean random() {
    return grants.random();
  }

  @Override
  public long nanos() {
    granted(grants.clock(), "System.nanoTime", "InstantSource");
    return System.nanoTime();
  }

  @Override
  public long millis() {
    granted(grants.clock(), "System.currentTimeMillis", "InstantSource");
    return System.currentTimeMillis();
  }

  @Override
  public long entropy() {
    granted(grants.random(), "randomness", "RandomSource");
    return RANDOM.nextLong();
  }

  private static void granted(boolean granted, String what, String capability) {
    if (granted) return;
    throw new IllegalStateException(
        "it used " + what + " without having been granted a " + capability);
  }

  @Override
  public void log(int level, String line) {
    logBytes += LINE_BYTES + line.length();
    if (logBytes > limits.logBytes()) throw failures.logSize(method);
    log.atLevel(LEVELS[level]).log(CONTROL.matcher(line).replaceAll(" "));
  }

  @Override
  public int longestMessage() {
    return limits.responseBytes();
  }

  @Override
  public RuntimeException tooLong(long length) {
    return failures.messageSize(method, length);
  }

  /** The stream that an outgoing call takes: its messages are asked of the guest. */
  private final class Pulled implements OutgoingMessages {
    private final int call;
    private boolean closed;

    Pulled(int call) {
      this.call = call;
    }

    @Override
    public boolean write(ProtoWriter message) {
      byte[] next = closed || !listening ? null : requireNonNull(guest).pull(call);
      if (next == null) {
        closed = true;
        return false;
      }
      message.encoded(next);
      return true;
    }

    @Override
    public void close() {
      if (closed) return;
      closed = true;
      if (listening) requireNonNull(guest).cancel(call);
    }
  }
}
