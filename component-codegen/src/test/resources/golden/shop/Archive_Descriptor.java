package shop;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.Skeleton;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** What the framework knows of the component {@link Archive}. */
@Generated("dev.heddle.codegen")
public final class Archive_Descriptor implements ComponentDescriptor<Archive> {
  static final MethodDescriptor CARTS =
      new MethodDescriptor(0, "carts", "Carts", true, true, MethodDescriptor.Streams.RETURNED);
  static final MethodDescriptor STORE =
      new MethodDescriptor(1, "store", "Store", false, false, MethodDescriptor.Streams.TAKEN);
  static final MethodDescriptor FORGET =
      new MethodDescriptor(2, "forget", "Forget", false, false, MethodDescriptor.Streams.TAKEN);
  static final MethodDescriptor COUNT =
      new MethodDescriptor(3, "count", "Count", false, false, MethodDescriptor.Streams.BOTH);
  static final MethodDescriptor SIZE = new MethodDescriptor(4, "size", "Size", false, false);
  private static final List<MethodDescriptor> METHODS = List.of(CARTS, STORE, FORGET, COUNT, SIZE);

  /** Loaded by the framework, by name. */
  public Archive_Descriptor() {}

  @Override
  public String name() {
    return "Archive";
  }

  @Override
  public Class<Archive> type() {
    return Archive.class;
  }

  @Override
  public String serviceName() {
    return "shop.archive.Archive";
  }

  @Override
  public String protoResource() {
    return "META-INF/heddle/proto/shop/archive/Archive.proto";
  }

  @Override
  public List<MethodDescriptor> methods() {
    return METHODS;
  }

  @Override
  public Archive stub(Edge<Archive> edge) {
    return new Archive_Stub(edge);
  }

  @Override
  public void bind(Archive stub, @Nullable Archive local) {
    ((Archive_Stub) stub).local = local;
  }

  @Override
  public void callUncounted(Archive stub, int method, @Nullable Archive local) {
    ((Archive_Stub) stub).callUncounted(method, local);
  }

  @Override
  public Skeleton skeleton(Archive implementation) {
    return new Archive_Skeleton(implementation);
  }
}
