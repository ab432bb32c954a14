package dev.heddle.component.spi;

import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** What the framework knows of the component {@link EncodedEventPublisher}. */
@Generated("dev.heddle.codegen")
public final class EncodedEventPublisher_Descriptor
    implements ComponentDescriptor<EncodedEventPublisher> {
  static final MethodDescriptor PUBLISH =
      new MethodDescriptor(0, "publish", "Publish", false, false);
  private static final List<MethodDescriptor> METHODS = List.of(PUBLISH);

  /** Loaded by the framework, by name. */
  public EncodedEventPublisher_Descriptor() {}

  @Override
  public String name() {
    return "EncodedEventPublisher";
  }

  @Override
  public Class<EncodedEventPublisher> type() {
    return EncodedEventPublisher.class;
  }

  @Override
  public String serviceName() {
    return "dev.heddle.component.spi.encodedeventpublisher.EncodedEventPublisher";
  }

  @Override
  public String protoResource() {
    return "META-INF/heddle/proto/dev/heddle/component/spi/encodedeventpublisher/EncodedEventPublisher.proto";
  }

  @Override
  public List<MethodDescriptor> methods() {
    return METHODS;
  }

  @Override
  public EncodedEventPublisher stub(Edge<EncodedEventPublisher> edge) {
    return new EncodedEventPublisher_Stub(edge);
  }

  @Override
  public void bind(EncodedEventPublisher stub, @Nullable EncodedEventPublisher local) {
    ((EncodedEventPublisher_Stub) stub).local = local;
  }

  @Override
  public void callUncounted(
      EncodedEventPublisher stub, int method, @Nullable EncodedEventPublisher local) {
    ((EncodedEventPublisher_Stub) stub).callUncounted(method, local);
  }

  @Override
  public Skeleton skeleton(EncodedEventPublisher implementation) {
    return new EncodedEventPublisher_Skeleton(implementation);
  }
}
