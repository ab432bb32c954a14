package dev.heddle.benchmarks.remote;

/** One of the ways between two processes that are compared: both its ends. */
interface Peer {

  /** Serves the shop, for processes of this machine. */
  Served serve() throws Exception;

  /** Connects to the shop at the address where it is served. */
  Caller connect(String address) throws Exception;
}
