package dev.heddle.scheduler;

import dev.heddle.core.Placement;
import dev.heddle.core.PlacementRules;
import dev.heddle.core.PlacementTable;
import dev.heddle.core.Problem;
import dev.heddle.core.control.ControlTransport;
import dev.heddle.core.control.ControlTransport.Line;
import dev.heddle.core.control.Membership;
import dev.heddle.core.control.Membership.Role;
import dev.heddle.core.control.Order;
import dev.heddle.core.control.Reading;
import dev.heddle.core.control.Report;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.ReplicaAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process that joins a scheduler over a socket and does as a test wants. */
final class JoinedProcess implements ControlTransport.Member, AutoCloseable {
  private final Membership membership;
  private final BlockingQueue<Order.Prepare> prepares = new LinkedBlockingQueue<>();
  private final BlockingQueue<Order.Publish> publishes = new LinkedBlockingQueue<>();
  private final AutoCloseable joined;
  private volatile List<Problem> problems = List.of();
  private volatile boolean answersPrepares = true;
  private volatile boolean answersPublishes = true;
  private volatile @Nullable PlacementTable table;
  private volatile @Nullable Line<Report> line;

  private JoinedProcess(
      ControlTransport transport, ReplicaAddress scheduler, Membership membership) {
    this.membership = membership;
    this.joined = transport.join(scheduler, this);
  }

  static JoinedProcess application(ControlTransport transport, ReplicaAddress scheduler) {
    return application(transport, scheduler, Placement.LOCAL);
  }

  static JoinedProcess application(
      ControlTransport transport, ReplicaAddress scheduler, Placement configured) {
    return application(transport, scheduler, configured, Map.of());
  }

  /** The application in another process. */
  static JoinedProcess application(ControlTransport transport, ReplicaAddress scheduler, long pid) {
    return new JoinedProcess(
        transport, scheduler, identified(application(Placement.LOCAL, Map.of()), pid));
  }

  /** The application, which asks something of the processes that run its components. */
  static JoinedProcess application(
      ControlTransport transport,
      ReplicaAddress scheduler,
      Placement configured,
      Map<String, PlacementRules> rules) {
    return new JoinedProcess(transport, scheduler, application(configured, rules));
  }

  private static Membership application(Placement configured, Map<String, PlacementRules> rules) {
    return membership(
        "application",
        Role.APPLICATION,
        "machine of application",
        Set.of(),
        List.of(component("Cart", configured, rules), component("Email", configured, rules)));
  }

  static JoinedProcess replica(
      ControlTransport transport, ReplicaAddress scheduler, String name, String... labels) {
    return new JoinedProcess(
        transport, scheduler, replica(name, "machine of " + name, Set.of(labels)));
  }

  static JoinedProcess replica(
      ControlTransport transport, ReplicaAddress scheduler, String name, long pid) {
    Membership replica = replica(name, "machine of " + name, Set.of());
    return new JoinedProcess(transport, scheduler, identified(replica, pid));
  }

  private static Membership identified(Membership process, long pid) {
    ProcessIdentity identity = process.identity();
    return new Membership(
        new ProcessIdentity(identity.application(), identity.revision(), identity.process(), pid),
        process.role(),
        process.address(),
        process.machine(),
        process.processors(),
        process.memoryBytes(),
        process.labels(),
        process.epoch(),
        process.components());
  }

  /** A replica on the application's machine. */
  static JoinedProcess replicaBeside(
      ControlTransport transport, ReplicaAddress scheduler, String name) {
    return new JoinedProcess(
        transport, scheduler, replica(name, "machine of application", Set.of()));
  }

  private static Membership replica(String name, String machine, Set<String> labels) {
    return membership(
        name,
        Role.REPLICA,
        machine,
        labels,
        List.of(
            component("Cart", Placement.SANDBOXED, Map.of()),
            component("Email", Placement.SANDBOXED, Map.of())));
  }

  private static Membership membership(
      String name,
      Role role,
      String machine,
      Set<String> labels,
      List<Membership.Component> components) {
    return new Membership(
        new ProcessIdentity("shop", "r1", name, 4711),
        role,
        "unix:/tmp/" + name,
        machine,
        2,
        0,
        labels,
        1,
        components);
  }

  private static Membership.Component component(
      String name, Placement configured, Map<String, PlacementRules> rules) {
    return new Membership.Component(
        name,
        "wasm",
        Set.of(Placement.values()),
        configured,
        false,
        "as configured",
        0,
        rules.getOrDefault(name, PlacementRules.NONE));
  }

  @Override
  public Report.Joined connected(Line<Report> to) {
    line = to;
    return new Report.Joined(membership);
  }

  @Override
  public void ordered(Order order) {
    switch (order) {
      case Order.Prepare prepare -> {
        prepares.add(prepare);
        if (answersPrepares) say(new Report.Prepared(prepare.move(), problems));
      }
      case Order.Publish publish -> {
        table = publish.table();
        publishes.add(publish);
        if (answersPublishes) say(new Report.Applied(publish.table().epoch()));
      }
    }
  }

  @Override
  public void lost(String why) {
    line = null;
  }

  void say(Report report) {
    Line<Report> to = line;
    if (to != null) to.say(report);
  }

  void measures(Reading reading) {
    say(new Report.Measured(reading));
  }

  void refusesWith(Problem problem) {
    problems = List.of(problem);
  }

  void answersNothing() {
    answersPrepares = false;
    answersPublishes = false;
  }

  void answersPreparesOnly() {
    answersPublishes = false;
  }

  /** Again, after it did not. */
  void answers() {
    answersPrepares = true;
    answersPublishes = true;
  }

  boolean answersPrepares() {
    return answersPrepares;
  }

  /** The table that it has in force. */
  @Nullable PlacementTable table() {
    return table;
  }

  Order.Publish awaitPublish() throws InterruptedException {
    Order.Publish next = publishes.poll(10, TimeUnit.SECONDS);
    if (next == null) throw new AssertionError("nothing was published");
    return next;
  }

  Order.Prepare awaitPrepare() throws InterruptedException {
    Order.Prepare next = prepares.poll(10, TimeUnit.SECONDS);
    if (next == null) throw new AssertionError("nothing was to be prepared");
    return next;
  }

  Map<String, String> addresses() throws InterruptedException {
    return awaitPublish().addresses();
  }

  @Override
  public void close() throws Exception {
    joined.close();
  }
}
