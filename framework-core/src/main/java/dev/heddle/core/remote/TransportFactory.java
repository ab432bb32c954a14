package dev.heddle.core.remote;

/** Makes transports where no Spring does. Found by {@link java.util.ServiceLoader}. */
public interface TransportFactory {

  /** A transport with the default options. */
  Transport create();
}
