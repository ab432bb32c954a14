package dev.heddle.transport;

import dev.heddle.core.control.ControlTransport.Line;
import dev.heddle.core.control.ControlTransport.Members;
import dev.heddle.core.control.Order;
import dev.heddle.core.control.Report;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import org.jspecify.annotations.Nullable;

/** The scheduler's side of control.proto. */
final class ControlService {
  private final Members members;

  ControlService(Members members) {
    this.members = members;
  }

  ServerServiceDefinition definition() {
    return ServerServiceDefinition.builder(ControlMethod.SERVICE)
        .addMethod(
            ControlMethod.JOIN,
            ServerCalls.asyncBidiStreamingCall(
                orders ->
                    new Stream(
                        (ServerCallStreamObserver<dev.heddle.transport.control.v1.Order>) orders)))
        .build();
  }

  /** One process, from its joining to its leaving. */
  private final class Stream
      implements StreamObserver<dev.heddle.transport.control.v1.Report>, Line<Order> {
    private final ServerCallStreamObserver<dev.heddle.transport.control.v1.Order> orders;
    private Members.@Nullable Session session;
    private boolean ended;

    Stream(ServerCallStreamObserver<dev.heddle.transport.control.v1.Order> orders) {
      this.orders = orders;
      // Else gRPC throws at whoever says something to a process that is gone.
      orders.setOnCancelHandler(() -> end("the connection was lost"));
    }

    @Override
    public void say(Order order) {
      synchronized (orders) {
        if (!ended) orders.onNext(ControlOrders.message(order));
      }
    }

    @Override
    public void onNext(dev.heddle.transport.control.v1.Report message) {
      try {
        Report report = ControlReports.report(message);
        if (session != null) session.reported(report);
        else if (report instanceof Report.Joined joined) session = members.joined(joined, this);
        else throw new IllegalArgumentException("the first report is joined");
      } catch (IllegalArgumentException wrong) {
        synchronized (orders) {
          if (!ended) {
            orders.onError(
                Status.INVALID_ARGUMENT.withDescription(wrong.getMessage()).asRuntimeException());
          }
        }
        end("it said what makes no sense: " + wrong.getMessage());
      }
    }

    @Override
    public void onError(Throwable failure) {
      end(Status.fromThrowable(failure).toString());
    }

    @Override
    public void onCompleted() {
      synchronized (orders) {
        if (!ended) orders.onCompleted();
      }
      end("the process ended it");
    }

    private void end(String why) {
      synchronized (orders) {
        if (ended) return;
        ended = true;
      }
      Members.Session joined = session;
      if (joined != null) joined.ended(why);
    }
  }
}
