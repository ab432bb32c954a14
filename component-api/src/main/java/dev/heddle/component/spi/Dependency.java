package dev.heddle.component.spi;

/**
 * One parameter of an implementation's constructor.
 *
 * @param name the parameter's name
 * @param type what is asked for; what an {@code Optional} is to hold
 * @param kind what sort of thing that is
 * @param optional whether it may be absent: the parameter is an {@code Optional}
 */
public record Dependency(String name, Class<?> type, Kind kind, boolean optional) {

  /** One that must be there. */
  public Dependency(String name, Class<?> type, Kind kind) {
    this(name, type, kind, false);
  }

  /** Sorts of constructor parameters. */
  public enum Kind {
    /** Another component. */
    COMPONENT,
    /** A grant to use something of the outside world. */
    CAPABILITY,
    /** A record of the component's settings. */
    SETTINGS,
    /** A Spring bean; only for {@link dev.heddle.component.Runtime#JVM}. */
    BEAN
  }
}
