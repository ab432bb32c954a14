package dev.heddle.component.capability;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.Skeleton;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** What the framework knows of the component {@link KeyValueStore}. */
@Generated("dev.heddle.codegen")
public final class KeyValueStore_Descriptor implements ComponentDescriptor<KeyValueStore> {
  static final MethodDescriptor GET = new MethodDescriptor(0, "get", "Get", false, false);
  static final MethodDescriptor PUT = new MethodDescriptor(1, "put", "Put", false, false);
  static final MethodDescriptor DELETE = new MethodDescriptor(2, "delete", "Delete", false, false);
  static final MethodDescriptor COMPARE_AND_SET =
      new MethodDescriptor(3, "compareAndSet", "CompareAndSet", false, false);
  static final MethodDescriptor LIST = new MethodDescriptor(4, "list", "List", false, false);
  private static final List<MethodDescriptor> METHODS =
      List.of(GET, PUT, DELETE, COMPARE_AND_SET, LIST);

  /** Loaded by the framework, by name. */
  public KeyValueStore_Descriptor() {}

  @Override
  public String name() {
    return "KeyValueStore";
  }

  @Override
  public Class<KeyValueStore> type() {
    return KeyValueStore.class;
  }

  @Override
  public String serviceName() {
    return "dev.heddle.component.capability.keyvaluestore.KeyValueStore";
  }

  @Override
  public String protoResource() {
    return "META-INF/heddle/proto/dev/heddle/component/capability/keyvaluestore/KeyValueStore.proto";
  }

  @Override
  public List<MethodDescriptor> methods() {
    return METHODS;
  }

  @Override
  public KeyValueStore stub(Edge<KeyValueStore> edge) {
    return new KeyValueStore_Stub(edge);
  }

  @Override
  public void bind(KeyValueStore stub, @Nullable KeyValueStore local) {
    ((KeyValueStore_Stub) stub).local = local;
  }

  @Override
  public void callUncounted(KeyValueStore stub, int method, @Nullable KeyValueStore local) {
    ((KeyValueStore_Stub) stub).callUncounted(method, local);
  }

  @Override
  public Skeleton skeleton(KeyValueStore implementation) {
    return new KeyValueStore_Skeleton(implementation);
  }
}
