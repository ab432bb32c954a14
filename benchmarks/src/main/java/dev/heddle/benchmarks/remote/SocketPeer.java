package dev.heddle.benchmarks.remote;

import dev.heddle.benchmarks.Order;
import dev.heddle.component.spi.Skeleton;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.remote.ReplicaAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * The floor: the same stub, codec and implementation with nothing between them but frames on one
 * socket. It knows no deadline, no cancellation, no failure and no bounds.
 */
record SocketPeer() implements Peer {

  @Override
  public Served serve() throws IOException {
    ServerSocketChannel listening =
        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Thread.ofPlatform().daemon().name("accepts").start(() -> accept(listening));
    int port = ((InetSocketAddress) listening.getLocalAddress()).getPort();
    return new Served("127.0.0.1:" + port, listening);
  }

  @Override
  public Caller connect(String address) throws IOException {
    var there = (ReplicaAddress.HostPort) ReplicaAddress.parse(address);
    SocketEdge edge =
        new SocketEdge(
            new FrameSocket(SocketChannel.open(new InetSocketAddress(there.host(), there.port()))));
    return new StubCaller(new Shop_Descriptor().stub(edge), edge);
  }

  private static void accept(ServerSocketChannel listening) {
    Skeleton skeleton = new Shop_Descriptor().skeleton(new PlainShop());
    try {
      while (true) {
        FrameSocket socket = new FrameSocket(listening.accept());
        socket.receive(
            (call, method, request) ->
                Thread.startVirtualThread(() -> answer(skeleton, socket, call, method, request)));
      }
    } catch (AsynchronousCloseException closed) {
      // Nobody else is to be served.
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void answer(
      Skeleton skeleton, FrameSocket socket, int call, int method, byte[] request) {
    ProtoWriter response = new ProtoWriter(WireLimits.DEFAULT);
    skeleton.invoke(method, new ProtoReader(request, WireLimits.DEFAULT), response);
    try {
      socket.send(call, method, response.toByteArray());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private record StubCaller(Shop shop, SocketEdge edge) implements Caller {
    private static final Order ORDER = Order.sample();

    @Override
    public int add(int one, int other) {
      return shop.add(one, other);
    }

    @Override
    public long place() {
      return shop.place(ORDER).total().units();
    }

    @Override
    public void close() throws IOException {
      edge.close();
    }
  }
}
