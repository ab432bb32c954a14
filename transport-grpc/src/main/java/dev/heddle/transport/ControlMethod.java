package dev.heddle.transport;

import dev.heddle.transport.control.v1.Order;
import dev.heddle.transport.control.v1.Report;
import io.grpc.MethodDescriptor;
import io.grpc.protobuf.ProtoUtils;

/** The method of control.proto. */
final class ControlMethod {
  static final String SERVICE = "heddle.control.v1.Control";
  static final MethodDescriptor<Report, Order> JOIN =
      MethodDescriptor.<Report, Order>newBuilder()
          .setType(MethodDescriptor.MethodType.BIDI_STREAMING)
          .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, "Join"))
          .setRequestMarshaller(ProtoUtils.marshaller(Report.getDefaultInstance()))
          .setResponseMarshaller(ProtoUtils.marshaller(Order.getDefaultInstance()))
          .build();

  private ControlMethod() {}
}
