package dev.heddle.component.capability;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.Skeleton;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** What the framework knows of the component {@link BlobStore}. */
@Generated("dev.heddle.codegen")
public final class BlobStore_Descriptor implements ComponentDescriptor<BlobStore> {
  static final MethodDescriptor GET = new MethodDescriptor(0, "get", "Get", false, false);
  static final MethodDescriptor PUT = new MethodDescriptor(1, "put", "Put", false, false);
  static final MethodDescriptor DELETE = new MethodDescriptor(2, "delete", "Delete", false, false);
  static final MethodDescriptor LIST = new MethodDescriptor(3, "list", "List", false, false);
  private static final List<MethodDescriptor> METHODS = List.of(GET, PUT, DELETE, LIST);

  /** Loaded by the framework, by name. */
  public BlobStore_Descriptor() {}

  @Override
  public String name() {
    return "BlobStore";
  }

  @Override
  public Class<BlobStore> type() {
    return BlobStore.class;
  }

  @Override
  public String serviceName() {
    return "dev.heddle.component.capability.blobstore.BlobStore";
  }

  @Override
  public String protoResource() {
    return "META-INF/heddle/proto/dev/heddle/component/capability/blobstore/BlobStore.proto";
  }

  @Override
  public List<MethodDescriptor> methods() {
    return METHODS;
  }

  @Override
  public BlobStore stub(Edge<BlobStore> edge) {
    return new BlobStore_Stub(edge);
  }

  @Override
  public void bind(BlobStore stub, @Nullable BlobStore local) {
    ((BlobStore_Stub) stub).local = local;
  }

  @Override
  public void callUncounted(BlobStore stub, int method, @Nullable BlobStore local) {
    ((BlobStore_Stub) stub).callUncounted(method, local);
  }

  @Override
  public Skeleton skeleton(BlobStore implementation) {
    return new BlobStore_Skeleton(implementation);
  }
}
