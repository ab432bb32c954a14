package dev.heddle.transport;

import com.google.protobuf.Descriptors.FileDescriptor;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCallHandler;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.protobuf.ProtoFileDescriptorSupplier;
import java.util.LinkedHashMap;
import java.util.Map;

/** A component as gRPC clients in any language see it: the service of its .proto. */
final class PlainService {
  private static final ByteMarshaller BYTES = new ByteMarshaller();

  private final Hosting hosting;
  private final TransportOptions options;

  PlainService(Hosting hosting, TransportOptions options) {
    this.hosting = hosting;
    this.options = options;
  }

  ServerServiceDefinition definition(ComponentDescriptor<?> component, ProtoSchemas schemas) {
    Map<MethodDescriptor, io.grpc.MethodDescriptor<byte[], byte[]>> methods = new LinkedHashMap<>();
    ServiceDescriptor.Builder service =
        ServiceDescriptor.newBuilder(component.serviceName())
            .setSchemaDescriptor(new Schema(component.protoResource(), schemas));
    for (MethodDescriptor method : component.methods()) {
      io.grpc.MethodDescriptor<byte[], byte[]> plain = method(component, method);
      methods.put(method, plain);
      service.addMethod(plain);
    }
    ServerServiceDefinition.Builder definition = ServerServiceDefinition.builder(service.build());
    methods.forEach((method, plain) -> definition.addMethod(plain, handler(component, method)));
    return definition.build();
  }

  private ServerCallHandler<byte[], byte[]> handler(
      ComponentDescriptor<?> component, MethodDescriptor method) {
    return (call, headers) ->
        new PlainCall(
            call,
            hosting,
            component,
            method,
            options.limits(),
            PlainContext.of(headers, PlainCaller.name(call), options.deadline()));
  }

  private static io.grpc.MethodDescriptor<byte[], byte[]> method(
      ComponentDescriptor<?> component, MethodDescriptor method) {
    return io.grpc.MethodDescriptor.newBuilder(BYTES, BYTES)
        .setType(type(method.streams()))
        .setFullMethodName(
            io.grpc.MethodDescriptor.generateFullMethodName(
                component.serviceName(), method.rpcName()))
        .build();
  }

  private static MethodType type(MethodDescriptor.Streams streams) {
    return switch (streams) {
      case NONE -> MethodType.UNARY;
      case TAKEN -> MethodType.CLIENT_STREAMING;
      case RETURNED -> MethodType.SERVER_STREAMING;
      case BOTH -> MethodType.BIDI_STREAMING;
    };
  }

  /** The file of a service, read when somebody asks by reflection. */
  private record Schema(String resource, ProtoSchemas schemas)
      implements ProtoFileDescriptorSupplier {
    @Override
    public FileDescriptor getFileDescriptor() {
      return schemas.file(resource);
    }
  }
}
