package dev.heddle.benchmarks.remote;

import dev.heddle.benchmarks.peer.AddRequest;
import dev.heddle.benchmarks.peer.AddResponse;
import dev.heddle.benchmarks.peer.Item;
import dev.heddle.benchmarks.peer.Money;
import dev.heddle.benchmarks.peer.Order;
import dev.heddle.benchmarks.peer.Receipt;
import dev.heddle.benchmarks.peer.ShopGrpc;
import io.grpc.stub.StreamObserver;

/** What {@link PlainShop} does, on generated messages. */
final class GrpcShop extends ShopGrpc.ShopImplBase {
  private static final long NANOS = 1_000_000_000;

  @Override
  public void add(AddRequest request, StreamObserver<AddResponse> answer) {
    answer.onNext(AddResponse.newBuilder().setSum(request.getOne() + request.getOther()).build());
    answer.onCompleted();
  }

  @Override
  public void place(Order order, StreamObserver<Receipt> answer) {
    long units = 0;
    long nanos = 0;
    for (Item item : order.getItemsList()) {
      units += item.getPrice().getUnits() * item.getQuantity();
      nanos += (long) item.getPrice().getNanos() * item.getQuantity();
    }
    Money total =
        Money.newBuilder()
            .setCurrency(order.getTotal().getCurrency())
            .setUnits(units + nanos / NANOS)
            .setNanos(Math.toIntExact(nanos % NANOS))
            .build();
    answer.onNext(
        Receipt.newBuilder()
            .setOrder(order.getId())
            .setItems(order.getItemsCount())
            .setTotal(total)
            .build());
    answer.onCompleted();
  }
}
