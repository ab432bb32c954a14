package dev.heddle.core.control;

import dev.heddle.core.remote.ReplicaAddress;

/**
 * Carries reports and orders between processes and their scheduler. Safe for use by many threads.
 */
public interface ControlTransport extends AutoCloseable {

  /**
   * Joins a scheduler, now and again after each loss, until what is returned is closed.
   *
   * @return at once, connected or not
   */
  AutoCloseable join(ReplicaAddress scheduler, Member member);

  /**
   * Lets processes join.
   *
   * @throws dev.heddle.core.remote.TransportException when it cannot listen there
   */
  AutoCloseable serve(ReplicaAddress address, Members members);

  /** Ends every connection and server that it made. */
  @Override
  void close();

  /** A process that joins; told in order, by one thread at a time. */
  interface Member {

    /**
     * A connection is there.
     *
     * @return what to say first
     */
    Report.Joined connected(Line<Report> line);

    /** The scheduler asks for something; to be answered soon or by another thread. */
    void ordered(Order order);

    /** The connection is gone, and another one is tried. */
    void lost(String why);
  }

  /** A scheduler, as those know it that join it. */
  interface Members {

    /** A process has joined. */
    Session joined(Report.Joined first, Line<Order> line);

    /** One connection of a process; told in order, by one thread at a time. */
    interface Session {

      /** The process tells something. */
      void reported(Report report);

      /** The connection is gone; the last that is said of it. */
      void ended(String why);
    }
  }

  /**
   * The way to the other side. Safe for use by many threads.
   *
   * @param <M> what is said there
   */
  interface Line<M> {

    /**
     * Says something, in the order in which it is called; nothing happens when the line is gone.
     */
    void say(M message);
  }
}
