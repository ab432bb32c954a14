package dev.heddle.component.spi;

/** What surrounds a component inside a sandbox: the only ways out of it. */
public interface GuestHost {

  /**
   * Calls a component that the guest's constructor asks for.
   *
   * @param target the constructor parameter's position, from 0
   * @param method index of the method
   * @param request the request message
   * @return the response message
   */
  byte[] call(int target, int method, byte[] request);

  /**
   * Whether there is anything behind a constructor parameter that is an {@code Optional}.
   *
   * @param target the constructor parameter's position, from 0
   */
  boolean present(int target);

  /**
   * A capability that the guest's constructor asks for; the component's {@link
   * dev.heddle.component.capability.Settings} where it asks for a record of them.
   *
   * @param target the constructor parameter's position, from 0
   */
  <T> T capability(int target, Class<T> type);
}
