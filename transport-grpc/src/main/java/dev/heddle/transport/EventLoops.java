package dev.heddle.transport;

import dev.heddle.core.remote.ReplicaAddress;
import io.netty.channel.Channel;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** One thread that moves the bytes of one side of a process, through epoll where there is one. */
final class EventLoops implements AutoCloseable {
  private static final boolean EPOLL = Epoll.isAvailable();

  /**
   * The only processor must not be kept from whoever answers; and NIO closes the connection when a
   * caller is interrupted while it leads, which epoll knows nothing of.
   */
  private static final boolean LENDS = EPOLL && Runtime.getRuntime().availableProcessors() > 1;

  private final MultiThreadIoEventLoopGroup group;

  /** A loop that nobody but its own thread leads. */
  EventLoops(String name) {
    this(name, new LendingPolicy(false));
  }

  /** A loop that lends itself as a policy says. */
  EventLoops(String name, LendingPolicy policy) {
    group =
        new Group(
            new DefaultThreadFactory(name, true),
            EPOLL ? EpollIoHandler.newFactory() : NioIoHandler.newFactory(),
            policy);
  }

  /** A loop that lends itself to callers where it can and may. */
  static EventLoops ofCallers(boolean lending) {
    return new EventLoops("heddle-calls", new LendingPolicy(LENDS && lending));
  }

  MultiThreadIoEventLoopGroup group() {
    return group;
  }

  /** The only one there is: whatever runs on it runs in turn with what gRPC does. */
  LendingEventLoop loop() {
    return (LendingEventLoop) group.next();
  }

  static Class<? extends Channel> channel(ReplicaAddress address) {
    return switch (address) {
      case ReplicaAddress.UnixSocket socket ->
          EPOLL ? EpollDomainSocketChannel.class : NioDomainSocketChannel.class;
      case ReplicaAddress.HostPort port ->
          EPOLL ? EpollSocketChannel.class : NioSocketChannel.class;
    };
  }

  static Class<? extends ServerChannel> serverChannel(ReplicaAddress address) {
    return switch (address) {
      case ReplicaAddress.UnixSocket socket ->
          EPOLL ? EpollServerDomainSocketChannel.class : NioServerDomainSocketChannel.class;
      case ReplicaAddress.HostPort port ->
          EPOLL ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    };
  }

  /** The address as Netty wants it; a host's name is looked up. */
  static SocketAddress socketAddress(ReplicaAddress address) {
    return switch (address) {
      case ReplicaAddress.UnixSocket(var path) ->
          EPOLL ? new DomainSocketAddress(path.toFile()) : UnixDomainSocketAddress.of(path);
      case ReplicaAddress.HostPort(String host, int port) -> new InetSocketAddress(host, port);
    };
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private static final class Group extends MultiThreadIoEventLoopGroup {
    Group(ThreadFactory threads, IoHandlerFactory handlers, LendingPolicy policy) {
      super(1, threads, handlers, policy);
    }

    @Override
    protected IoEventLoop newChild(Executor executor, IoHandlerFactory handlers, Object... policy) {
      return new LendingEventLoop(this, executor, handlers, (LendingPolicy) policy[0]);
    }
  }
}
