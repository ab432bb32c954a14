package dev.heddle.component.capability;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.Skeleton;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** What the framework knows of the component {@link HttpCaller}. */
@Generated("dev.heddle.codegen")
public final class HttpCaller_Descriptor implements ComponentDescriptor<HttpCaller> {
  static final MethodDescriptor CALL = new MethodDescriptor(0, "call", "Call", false, false);
  private static final List<MethodDescriptor> METHODS = List.of(CALL);

  /** Loaded by the framework, by name. */
  public HttpCaller_Descriptor() {}

  @Override
  public String name() {
    return "HttpCaller";
  }

  @Override
  public Class<HttpCaller> type() {
    return HttpCaller.class;
  }

  @Override
  public String serviceName() {
    return "dev.heddle.component.capability.httpcaller.HttpCaller";
  }

  @Override
  public String protoResource() {
    return "META-INF/heddle/proto/dev/heddle/component/capability/httpcaller/HttpCaller.proto";
  }

  @Override
  public List<MethodDescriptor> methods() {
    return METHODS;
  }

  @Override
  public HttpCaller stub(Edge<HttpCaller> edge) {
    return new HttpCaller_Stub(edge);
  }

  @Override
  public void bind(HttpCaller stub, @Nullable HttpCaller local) {
    ((HttpCaller_Stub) stub).local = local;
  }

  @Override
  public void callUncounted(HttpCaller stub, int method, @Nullable HttpCaller local) {
    ((HttpCaller_Stub) stub).callUncounted(method, local);
  }

  @Override
  public Skeleton skeleton(HttpCaller implementation) {
    return new HttpCaller_Skeleton(implementation);
  }
}
