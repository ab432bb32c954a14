package dev.heddle.transport;

import io.grpc.MethodDescriptor;

/** The tunnel as a method of gRPC. */
final class TunnelMethod {
  static final String SERVICE = "heddle.tunnel.v1.Tunnel";

  /** How much may be stored for the network before the tunnel counts as busy. */
  static final int READY_BYTES = 128 * 1024;

  static final MethodDescriptor<Batch, Batch> OPEN =
      MethodDescriptor.newBuilder(new BatchMarshaller(), new BatchMarshaller())
          .setType(MethodDescriptor.MethodType.BIDI_STREAMING)
          .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, "Open"))
          .build();

  private TunnelMethod() {}
}
