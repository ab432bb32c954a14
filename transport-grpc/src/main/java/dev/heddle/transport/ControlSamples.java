package dev.heddle.transport;

import dev.heddle.core.RequestSample;
import dev.heddle.transport.control.v1.Sampled;
import dev.heddle.transport.control.v1.SampledCall;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Sampled requests as messages of control.proto, and back. */
final class ControlSamples {
  private ControlSamples() {}

  static Sampled message(RequestSample sample) {
    return Sampled.newBuilder()
        .setTraceId(sample.traceId())
        .setServed(sample.served())
        .setName(sample.name())
        .setBegunMicros(ChronoUnit.MICROS.between(Instant.EPOCH, sample.begun()))
        .setNanos(sample.nanos())
        .setFailed(sample.failed())
        .addAllCalls(sample.calls().stream().map(ControlSamples::message).toList())
        .build();
  }

  private static SampledCall message(RequestSample.Call call) {
    return SampledCall.newBuilder()
        .setId(call.id())
        .setParent(call.parent())
        .setCaller(call.caller())
        .setCallee(call.callee())
        .setMethod(call.method())
        .setPlacement(ControlOrders.placement(call.placement()))
        .setReplica(call.replica())
        .setBeginNanos(call.beginNanos())
        .setNanos(call.nanos())
        .setFailed(call.failed())
        .build();
  }

  static RequestSample sample(Sampled message) {
    return new RequestSample(
        message.getTraceId(),
        message.getServed(),
        message.getName(),
        Instant.EPOCH.plus(message.getBegunMicros(), ChronoUnit.MICROS),
        message.getNanos(),
        message.getFailed(),
        message.getCallsList().stream().map(ControlSamples::call).toList());
  }

  private static RequestSample.Call call(SampledCall message) {
    return new RequestSample.Call(
        message.getId(),
        message.getParent(),
        message.getCaller(),
        message.getCallee(),
        message.getMethod(),
        ControlOrders.placement(message.getPlacement()),
        message.getReplica(),
        message.getBeginNanos(),
        message.getNanos(),
        message.getFailed());
  }
}
