package dev.heddle.scheduler;

import dev.heddle.core.Placement;
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
    return new JoinedProcess(
        transport, scheduler, membership("application", Role.APPLICATION, Placement.LOCAL, 1));
  }

  static JoinedProcess application(
      ControlTransport transport, ReplicaAddress scheduler, Placement configured) {
    return new JoinedProcess(
        transport, scheduler, membership("application", Role.APPLICATION, configured, 1));
  }

  static JoinedProcess replica(ControlTransport transport, ReplicaAddress scheduler, String name) {
    return new JoinedProcess(
        transport, scheduler, membership(name, Role.REPLICA, Placement.SANDBOXED, 1));
  }

  /** A replica on the application's machine. */
  static JoinedProcess replicaBeside(
      ControlTransport transport, ReplicaAddress scheduler, String name) {
    Membership own = membership(name, Role.REPLICA, Placement.SANDBOXED, 1);
    return new JoinedProcess(
        transport,
        scheduler,
        new Membership(
            own.identity(),
            own.role(),
            own.address(),
            "machine of application",
            own.processors(),
            own.epoch(),
            own.components()));
  }

  private static Membership membership(String name, Role role, Placement configured, long epoch) {
    return new Membership(
        new ProcessIdentity("shop", "r1", name, 4711),
        role,
        "unix:/tmp/" + name,
        "machine of " + name,
        2,
        epoch,
        List.of(component("Cart", configured), component("Email", configured)));
  }

  private static Membership.Component component(String name, Placement configured) {
    return new Membership.Component(
        name, "wasm", Set.of(Placement.values()), configured, false, "as configured", 0);
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
