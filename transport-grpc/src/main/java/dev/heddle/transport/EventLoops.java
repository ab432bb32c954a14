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

  private final MultiThreadIoEventLoopGroup group;

  EventLoops(String name) {
    group =
        new Group(
            new DefaultThreadFactory(name, true),
            EPOLL ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
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
    Group(ThreadFactory threads, IoHandlerFactory handlers) {
      super(1, threads, handlers);
    }

    @Override
    protected IoEventLoop newChild(Executor executor, IoHandlerFactory handlers, Object... none) {
      int processors = Runtime.getRuntime().availableProcessors();
      return new LendingEventLoop(this, executor, handlers, new LendingPolicy(processors));
    }
  }
}
