package dev.heddle.core.remote;

import dev.heddle.component.spi.ComponentDescriptor;
import java.util.List;

/** What a process offers to others. Safe for use by many threads. */
public interface IncomingCalls {

  /** Who this process is. */
  ProcessIdentity identity();

  /** The components that it hosts for others, in order of their names. */
  List<ComponentDescriptor<?>> components();

  /**
   * What it grants to the application's components in other processes, and to nobody else. No
   * component has the name of one.
   */
  default List<ComponentDescriptor<?>> capabilities() {
    return List.of();
  }

  /**
   * Takes a call in. It counts as begun from now on, and must be {@link ServedCall#run} or {@link
   * ServedCall#open}ed, or {@link ServedCall#cancel cancelled}.
   *
   * @throws CallNotBegunException when it is not taken: there is too much to do, the component is
   *     not hosted here, or the capability not granted to the caller
   */
  ServedCall accept(IncomingCall call);

  /**
   * Takes note that a caller, or a call of one, was refused before it came to {@link #accept}.
   *
   * @param words what is wrong, for a person
   */
  void refused(Refusal why, String words);
}
