package dev.heddle.benchmarks.remote;

import dev.heddle.benchmarks.Order;
import dev.heddle.benchmarks.PeerMapping;
import dev.heddle.benchmarks.peer.AddRequest;
import dev.heddle.benchmarks.peer.ShopGrpc;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * grpc-java as everybody begins with it: generated messages and the blocking stub, a channel and a
 * server with their defaults. Its messages are the application's values too, so nothing is mapped.
 */
record GrpcPeer() implements Peer {

  @Override
  public Served serve() throws Exception {
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(new GrpcShop())
            .build()
            .start();
    return new Served(
        "127.0.0.1:" + server.getPort(), () -> server.shutdownNow().awaitTermination());
  }

  @Override
  public Caller connect(String address) {
    ManagedChannel channel = ManagedChannelBuilder.forTarget(address).usePlaintext().build();
    return new StubCaller(channel, ShopGrpc.newBlockingStub(channel));
  }

  private record StubCaller(ManagedChannel channel, ShopGrpc.ShopBlockingStub shop)
      implements Caller {
    private static final dev.heddle.benchmarks.peer.Order ORDER =
        PeerMapping.message(Order.sample());

    @Override
    public int add(int one, int other) {
      return shop.add(AddRequest.newBuilder().setOne(one).setOther(other).build()).getSum();
    }

    @Override
    public long place() {
      return shop.place(ORDER).getTotal().getUnits();
    }

    @Override
    public void close() {
      channel.shutdownNow();
    }
  }
}
