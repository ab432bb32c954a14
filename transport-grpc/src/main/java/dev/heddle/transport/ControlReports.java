package dev.heddle.transport;

import dev.heddle.core.PlacementRules;
import dev.heddle.core.Problem;
import dev.heddle.core.RequestSample;
import dev.heddle.core.control.Membership;
import dev.heddle.core.control.Reading;
import dev.heddle.core.control.Reading.EdgeReading;
import dev.heddle.core.control.Report;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.transport.control.v1.Applied;
import dev.heddle.transport.control.v1.Component;
import dev.heddle.transport.control.v1.Edge;
import dev.heddle.transport.control.v1.Joined;
import dev.heddle.transport.control.v1.Measured;
import dev.heddle.transport.control.v1.Prepared;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports as messages of control.proto, and back. */
final class ControlReports {
  private ControlReports() {}

  static dev.heddle.transport.control.v1.Report message(Report report) {
    var message = dev.heddle.transport.control.v1.Report.newBuilder();
    switch (report) {
      case Report.Joined(Membership membership) -> message.setJoined(joined(membership));
      case Report.Measured(Reading reading) -> message.setMeasured(measured(reading));
      case Report.Prepared(long move, var problems) ->
          message.setPrepared(
              Prepared.newBuilder()
                  .setMove(move)
                  .addAllProblems(problems.stream().map(ControlReports::problem).toList()));
      case Report.Sampled(RequestSample sample) ->
          message.setSampled(ControlSamples.message(sample));
      case Report.Applied(long epoch) -> message.setApplied(Applied.newBuilder().setEpoch(epoch));
    }
    return message.build();
  }

  /**
   * What a message says.
   *
   * @throws IllegalArgumentException when it makes no sense
   */
  static Report report(dev.heddle.transport.control.v1.Report message) {
    return switch (message.getKindCase()) {
      case JOINED -> new Report.Joined(membership(message.getJoined()));
      case MEASURED -> new Report.Measured(reading(message.getMeasured()));
      case PREPARED -> prepared(message.getPrepared());
      case APPLIED -> new Report.Applied(message.getApplied().getEpoch());
      case SAMPLED -> new Report.Sampled(ControlSamples.sample(message.getSampled()));
      case KIND_NOT_SET -> throw new IllegalArgumentException("a report of no kind");
    };
  }

  private static Joined joined(Membership membership) {
    ProcessIdentity identity = membership.identity();
    return Joined.newBuilder()
        .setApplication(identity.application())
        .setRevision(identity.revision())
        .setProcess(identity.process())
        .setPid(identity.pid())
        .setRole(
            switch (membership.role()) {
              case APPLICATION -> Joined.Role.ROLE_APPLICATION;
              case REPLICA -> Joined.Role.ROLE_REPLICA;
            })
        .setAddress(membership.address())
        .setMachine(membership.machine())
        .setProcessors(membership.processors())
        .setMemoryBytes(membership.memoryBytes())
        .addAllLabels(membership.labels())
        .setEpoch(membership.epoch())
        .addAllComponents(membership.components().stream().map(ControlReports::component).toList())
        .build();
  }

  private static Membership membership(Joined message) {
    return new Membership(
        new ProcessIdentity(
            message.getApplication(),
            message.getRevision(),
            message.getProcess(),
            message.getPid()),
        switch (message.getRole()) {
          case ROLE_APPLICATION -> Membership.Role.APPLICATION;
          case ROLE_REPLICA -> Membership.Role.REPLICA;
          case ROLE_UNSPECIFIED, UNRECOGNIZED ->
              throw new IllegalArgumentException("a process without a role");
        },
        message.getAddress(),
        message.getMachine(),
        message.getProcessors(),
        message.getMemoryBytes(),
        Set.copyOf(message.getLabelsList()),
        message.getEpoch(),
        message.getComponentsList().stream().map(ControlReports::component).toList());
  }

  private static Component component(Membership.Component component) {
    return Component.newBuilder()
        .setName(component.name())
        .setRuntime(component.runtime())
        .addAllOffered(component.offered().stream().map(ControlOrders::placement).toList())
        .setConfigured(ControlOrders.placement(component.configured()))
        .setPinned(component.pinned())
        .setReason(component.reason())
        .setMaxReplicas(component.maxReplicas())
        .setRules(rules(component.rules()))
        .build();
  }

  private static Membership.Component component(Component message) {
    return new Membership.Component(
        message.getName(),
        message.getRuntime(),
        message.getOfferedList().stream().map(ControlOrders::placement).collect(Collectors.toSet()),
        ControlOrders.placement(message.getConfigured()),
        message.getPinned(),
        message.getReason(),
        message.getMaxReplicas(),
        rules(message.getRules()));
  }

  private static dev.heddle.transport.control.v1.PlacementRules rules(PlacementRules rules) {
    return dev.heddle.transport.control.v1.PlacementRules.newBuilder()
        .addAllTogetherWith(rules.togetherWith())
        .addAllApartFrom(rules.apartFrom())
        .addAllOnlyIn(rules.onlyIn())
        .setMemoryBytes(rules.memoryBytes())
        .build();
  }

  private static PlacementRules rules(dev.heddle.transport.control.v1.PlacementRules message) {
    return new PlacementRules(
        Set.copyOf(message.getTogetherWithList()),
        Set.copyOf(message.getApartFromList()),
        Set.copyOf(message.getOnlyInList()),
        message.getMemoryBytes());
  }

  private static Measured measured(Reading reading) {
    return Measured.newBuilder()
        .setUptimeNanos(reading.uptimeNanos())
        .setProcessorNanos(reading.processorNanos())
        .setResidentBytes(reading.residentBytes())
        .addAllEdges(reading.edges().stream().map(ControlReports::edge).toList())
        .build();
  }

  private static Reading reading(Measured message) {
    return new Reading(
        message.getUptimeNanos(),
        message.getProcessorNanos(),
        message.getResidentBytes(),
        message.getEdgesList().stream().map(ControlReports::edge).toList());
  }

  private static Edge edge(EdgeReading reading) {
    return Edge.newBuilder()
        .setCaller(reading.caller())
        .setCallee(reading.callee())
        .setMethod(reading.method())
        .setPlacement(ControlOrders.placement(reading.placement()))
        .setCalls(reading.calls())
        .setErrors(reading.errors())
        .setBytes(reading.bytes())
        .setTimed(reading.timed())
        .setTimedNanos(reading.timedNanos())
        .setP50Nanos(reading.p50Nanos())
        .setP99Nanos(reading.p99Nanos())
        .setElements(reading.elements())
        .build();
  }

  private static EdgeReading edge(Edge message) {
    return new EdgeReading(
        message.getCaller(),
        message.getCallee(),
        message.getMethod(),
        ControlOrders.placement(message.getPlacement()),
        message.getCalls(),
        message.getErrors(),
        message.getBytes(),
        message.getTimed(),
        message.getTimedNanos(),
        message.getP50Nanos(),
        message.getP99Nanos(),
        message.getElements());
  }

  private static Report.Prepared prepared(Prepared message) {
    return new Report.Prepared(
        message.getMove(),
        message.getProblemsList().stream()
            .map(each -> new Problem(each.getRule(), each.getFound(), each.getRemedy()))
            .toList());
  }

  private static dev.heddle.transport.control.v1.Problem problem(Problem problem) {
    return dev.heddle.transport.control.v1.Problem.newBuilder()
        .setRule(problem.rule())
        .setFound(problem.found())
        .setRemedy(problem.remedy())
        .build();
  }
}
