package dev.heddle.core.spring;

import org.springframework.boot.context.properties.bind.Binder;

/**
 * Makes, from configuration, what a replica needs that is no Spring application: its transport, its
 * way to a scheduler, its sandbox. Found by {@link java.util.ServiceLoader}; what it makes is what
 * the auto-configuration of its module makes in a Spring application.
 *
 * @param <T> what it makes
 */
public interface ReplicaPart<T> {

  /** What it makes. */
  Class<T> type();

  /**
   * Makes it.
   *
   * @param binder for the module's own properties
   */
  T make(HeddleProperties heddle, Binder binder);
}
