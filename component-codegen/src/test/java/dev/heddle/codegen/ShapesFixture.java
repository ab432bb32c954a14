package dev.heddle.codegen;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.wire.WireLimits;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The compiled component whose methods take every shape and return their argument. */
final class ShapesFixture {
  private static @Nullable ShapesFixture compiled;

  final ClassLoader classes;
  final Path output;
  final ComponentDescriptor<Object> descriptor;
  final FileDescriptor proto;

  /** What the implementation was last called with. */
  @Nullable Object received;

  private ShapesFixture() throws Exception {
    Path target = Path.of("target");
    output = Files.createTempDirectory(target, "shapes");
    Path scratch = Files.createTempDirectory(target, "protoc");
    classes = Compilation.of("shapes", output).classes();
    descriptor = Loopback.descriptor(classes, "shapes.Shapes_Descriptor");
    proto = ProtoCompiler.compile(output, "shapes/shapes/Shapes.proto", scratch);
  }

  /** Compiled once, for it takes seconds. */
  static synchronized ShapesFixture get() throws Exception {
    ShapesFixture known = compiled;
    if (known == null) {
      known = new ShapesFixture();
      compiled = known;
    }
    return known;
  }

  static List<String> methods() throws Exception {
    return get().descriptor.methods().stream().map(MethodDescriptor::name).toList();
  }

  Loopback loopback(WireLimits limits) {
    Object echo =
        Proxy.newProxyInstance(
            classes,
            new Class<?>[] {descriptor.type()},
            (proxy, method, arguments) -> {
              received = Objects.requireNonNull(arguments)[0];
              return received;
            });
    return new Loopback(descriptor, echo, limits);
  }

  Method java(String name) {
    return Arrays.stream(descriptor.type().getMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  MethodDescriptor method(String name) {
    return descriptor.methods().stream()
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Descriptor request(String method) {
    return proto.findMessageTypeByName(method(method).rpcName() + "Request");
  }

  Descriptor response(String method) {
    return proto.findMessageTypeByName(method(method).rpcName() + "Response");
  }

  Object received() {
    return Objects.requireNonNull(received);
  }
}
