package dev.heddle.component.capability;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.Skeleton;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** What the framework knows of the component {@link Secrets}. */
@Generated("dev.heddle.codegen")
public final class Secrets_Descriptor implements ComponentDescriptor<Secrets> {
  static final MethodDescriptor GET = new MethodDescriptor(0, "get", "Get", false, false);
  private static final List<MethodDescriptor> METHODS = List.of(GET);

  /** Loaded by the framework, by name. */
  public Secrets_Descriptor() {}

  @Override
  public String name() {
    return "Secrets";
  }

  @Override
  public Class<Secrets> type() {
    return Secrets.class;
  }

  @Override
  public String serviceName() {
    return "dev.heddle.component.capability.secrets.Secrets";
  }

  @Override
  public String protoResource() {
    return "META-INF/heddle/proto/dev/heddle/component/capability/secrets/Secrets.proto";
  }

  @Override
  public List<MethodDescriptor> methods() {
    return METHODS;
  }

  @Override
  public Secrets stub(Edge<Secrets> edge) {
    return new Secrets_Stub(edge);
  }

  @Override
  public void bind(Secrets stub, @Nullable Secrets local) {
    ((Secrets_Stub) stub).local = local;
  }

  @Override
  public void callUncounted(Secrets stub, int method, @Nullable Secrets local) {
    ((Secrets_Stub) stub).callUncounted(method, local);
  }

  @Override
  public Skeleton skeleton(Secrets implementation) {
    return new Secrets_Skeleton(implementation);
  }
}
