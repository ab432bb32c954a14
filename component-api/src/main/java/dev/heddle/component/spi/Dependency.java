package dev.heddle.component.spi;

/**
 * One parameter of an implementation's constructor.
 *
 * @param name the parameter's name
 * @param type what is asked for
 * @param kind what sort of thing that is
 */
public record Dependency(String name, Class<?> type, Kind kind) {

  /** Sorts of constructor parameters. */
  public enum Kind {
    /** Another component. */
    COMPONENT,
    /** A grant to use something of the outside world. */
    CAPABILITY,
    /** A Spring bean; only for {@link dev.heddle.component.Runtime#JVM}. */
    BEAN
  }
}
