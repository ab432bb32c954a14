package shop;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.Skeleton;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** What the framework knows of the component {@link Catalog}. */
@Generated("dev.heddle.codegen")
public final class Catalog_Descriptor implements ComponentDescriptor<Catalog> {
  static final MethodDescriptor SEARCH = new MethodDescriptor(0, "search", "Search", false, false);
  static final MethodDescriptor NAMES = new MethodDescriptor(1, "names", "Names", false, false);
  static final MethodDescriptor FIND = new MethodDescriptor(2, "find", "Find", false, false);
  private static final List<MethodDescriptor> METHODS = List.of(SEARCH, NAMES, FIND);

  /** Loaded by the framework, by name. */
  public Catalog_Descriptor() {}

  @Override
  public String name() {
    return "ProductCatalog";
  }

  @Override
  public Class<Catalog> type() {
    return Catalog.class;
  }

  @Override
  public String serviceName() {
    return "shop.productcatalog.ProductCatalog";
  }

  @Override
  public String protoResource() {
    return "META-INF/heddle/proto/shop/productcatalog/ProductCatalog.proto";
  }

  @Override
  public List<MethodDescriptor> methods() {
    return METHODS;
  }

  @Override
  public Catalog stub(Edge<Catalog> edge) {
    return new Catalog_Stub(edge);
  }

  @Override
  public void bind(Catalog stub, @Nullable Catalog local) {
    ((Catalog_Stub) stub).local = local;
  }

  @Override
  public void callUncounted(Catalog stub, int method, @Nullable Catalog local) {
    ((Catalog_Stub) stub).callUncounted(method, local);
  }

  @Override
  public Skeleton skeleton(Catalog implementation) {
    return new Catalog_Skeleton(implementation);
  }
}
