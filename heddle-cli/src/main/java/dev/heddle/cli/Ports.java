package dev.heddle.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds out which ports are free. */
final class Ports {

  /** The port asked for, or a free one for 0. */
  int choose(int wanted) {
    try (ServerSocket socket = new ServerSocket()) {
      // As servers do: a connection of an earlier run that lingers is no obstacle.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(wanted));
      return socket.getLocalPort();
    } catch (IOException taken) {
      String reason =
          String.valueOf(taken.getMessage()).contains("in use")
              ? " is in use by another program"
              : " cannot be listened on (" + taken.getMessage() + ")";
      throw CommandFailure.failed(
          "port "
              + wanted
              + reason
              + ". Choose another with --port N, or --port 0 for any that is free");
    }
  }

  boolean free(int port) {
    try {
      return choose(port) == port;
    } catch (CommandFailure taken) {
      return false;
    }
  }
}
