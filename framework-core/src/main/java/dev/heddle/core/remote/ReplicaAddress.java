package dev.heddle.core.remote;

import java.nio.file.Path;

/** Where a replica listens. */
public sealed interface ReplicaAddress {

  /**
   * A socket in the file system of this machine.
   *
   * @param path its file; an absolute path of at most 100 bytes, as operating systems want it
   */
  record UnixSocket(Path path) implements ReplicaAddress {
    @Override
    public String toString() {
      return "unix:" + path;
    }
  }

  /**
   * A port of a host.
   *
   * @param host name or address; an IPv6 address without brackets
   * @param port from 0 to 65,535; 0 is a free one, for listening only
   */
  record HostPort(String host, int port) implements ReplicaAddress {
    /** Checks the range. */
    public HostPort {
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("a port is from 0 to 65535, not " + port);
      }
      if (host.isEmpty()) throw new IllegalArgumentException("the host is missing");
    }

    @Override
    public String toString() {
      return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
  }

  /**
   * Reads {@code unix:/path}, {@code host:port} or {@code [address]:port}.
   *
   * @throws IllegalArgumentException when it is none of them; the message says what is wrong
   */
  static ReplicaAddress parse(String text) {
    if (text.startsWith("unix:")) return unixSocket(text, Path.of(text.substring(5)));
    int colon = text.lastIndexOf(':');
    if (colon < 1) throw refused(text);
    String host = text.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) host = host.substring(1, host.length() - 1);
    else if (host.contains(":")) throw refused(text);
    try {
      return new HostPort(host, Integer.parseInt(text.substring(colon + 1)));
    } catch (IllegalArgumentException noPort) {
      throw refused(text);
    }
  }

  private static UnixSocket unixSocket(String text, Path path) {
    if (!path.isAbsolute() || path.toString().length() > 100) {
      throw new IllegalArgumentException(
          "the address " + text + " does not name an absolute path of at most 100 bytes");
    }
    return new UnixSocket(path);
  }

  private static IllegalArgumentException refused(String text) {
    return new IllegalArgumentException(
        "the address " + text + " is neither unix:/path nor host:port with a port up to 65535");
  }
}
