package dev.heddle.core.control;

import dev.heddle.core.EdgeFigures;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.PlacementControl;
import dev.heddle.core.PlacementException;
import dev.heddle.core.Problem;
import dev.heddle.core.RequestSample;
import dev.heddle.core.Requests;
import dev.heddle.core.control.ControlTransport.Line;
import dev.heddle.core.control.Reading.EdgeReading;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.sandbox.SandboxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process that does what its scheduler asks, and tells it what it measures. Without its scheduler
 * it goes on as it was told last. Safe for use by many threads.
 */
public final class ControlledProcess implements ControlTransport.Member {
  private static final Logger LOG = LoggerFactory.getLogger(ControlledProcess.class);

  private static final int SAMPLES = 64;

  private final PlacementControl control;
  private final Requests requests;
  private final Supplier<Membership> membership;
  private final String name;
  private final String address;
  private final Set<EdgeFigures> figures = ConcurrentHashMap.newKeySet();
  private final BlockingQueue<RequestSample> samples = new ArrayBlockingQueue<>(SAMPLES);
  private final ReentrantLock adopting = new ReentrantLock();
  private Map<EdgeFigures, EdgeReading> reported = new HashMap<>();
  private volatile @Nullable Line<Report> line;

  /**
   * A process that has not joined yet.
   *
   * @param membership what it says of itself, asked anew for each connection
   */
  public ControlledProcess(HeddleRuntime runtime, Supplier<Membership> membership) {
    this.control = runtime.placementControl();
    this.requests = runtime.requests();
    this.membership = membership;
    Membership first = membership.get();
    this.name = first.identity().process();
    this.address = first.address();
    runtime.onEdge(figures::add);
  }

  @Override
  public Report.Joined connected(Line<Report> line) {
    synchronized (this) {
      reported = new HashMap<>();
      this.line = line;
    }
    // More than can be told of are not kept.
    requests.recordSome(samples::offer);
    return new Report.Joined(membership.get());
  }

  @Override
  public void lost(String why) {
    LOG.info("without scheduler ({}): calls go where they went", why);
    line = null;
    requests.recordNone();
    samples.clear();
  }

  /**
   * Tells the scheduler what was measured, and of the requests that were recorded, if there is a
   * connection. Throws nothing.
   */
  public void measure() {
    Line<Report> to = line;
    if (to == null) return;
    try {
      to.say(new Report.Measured(ProcessFigures.read(changed())));
      for (RequestSample each = samples.poll(); each != null; each = samples.poll()) {
        to.say(new Report.Sampled(each));
      }
    } catch (RuntimeException failure) {
      LOG.warn("the scheduler is not told what was measured this time", failure);
    }
  }

  private synchronized List<EdgeReading> changed() {
    List<EdgeReading> changed = new ArrayList<>();
    for (EdgeFigures each : figures) {
      EdgeReading reading = EdgeReading.of(each);
      EdgeReading before = reported.put(each, reading);
      // Errors and what passes through streams come after the calls have been counted.
      if (reading.calls() > 0 && !reading.equals(before)) changed.add(reading);
    }
    return changed;
  }

  @Override
  public void ordered(Order order) {
    // Opening a component takes its time. Not a virtual thread: an application that computes on
    // all of theirs is one that needs its scheduler.
    Thread.ofPlatform().daemon().name("heddle-control").start(() -> follow(order));
  }

  private void follow(Order order) {
    switch (order) {
      case Order.Prepare prepare -> say(new Report.Prepared(prepare.move(), problems(prepare)));
      case Order.Publish publish -> {
        adopt(publish);
        say(new Report.Applied(control.table().epoch()));
      }
    }
  }

  private List<Problem> problems(Order.Prepare asked) {
    try {
      control.prepare(asked.component(), asked.placement(), asked.replicas());
      return List.of();
    } catch (PlacementException refused) {
      return List.of(refused.problem());
    } catch (SandboxException refused) {
      return refused.problems();
    } catch (RuntimeException | Error failure) {
      LOG.warn("{} cannot be made ready", asked.component(), failure);
      return List.of(
          new Problem(
              "a component is made ready before calls go to it",
              asked.component() + ": " + failure,
              "See the log of this process"));
    }
  }

  private void adopt(Order.Publish publish) {
    adopting.lock();
    try {
      if (publish.table().epoch() <= control.table().epoch()) return;
      control.reach(
          publish.addresses().values().stream()
              .filter(each -> !each.equals(address))
              .map(ReplicaAddress::parse)
              .collect(Collectors.toSet()));
      control.adopt(publish.table(), name);
    } finally {
      adopting.unlock();
    }
  }

  private void say(Report report) {
    Line<Report> to = line;
    if (to != null) to.say(report);
  }
}
