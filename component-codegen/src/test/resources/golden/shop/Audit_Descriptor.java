package shop;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.Skeleton;
import dev.heddle.component.spi.Subscription;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** What the framework knows of the component {@link Audit}. */
@Generated("dev.heddle.codegen")
public final class Audit_Descriptor implements ComponentDescriptor<Audit> {
  static final MethodDescriptor NOTE = new MethodDescriptor(0, "note", "Note", false, false);
  static final MethodDescriptor NOTED = new MethodDescriptor(1, "noted", "Noted", false, false);
  static final MethodDescriptor CHECK = new MethodDescriptor(2, "check", "Check", false, false);
  private static final List<MethodDescriptor> METHODS = List.of(NOTE, NOTED, CHECK);
  private static final Subscription<Audit, CartEvent> SUBSCRIPTION_0 =
      new Subscription<>(NOTE, new CartEvent_Event(), Audit::note);
  private static final Subscription<Audit, Checked> SUBSCRIPTION_2 =
      new Subscription<>(
          CHECK, new Checked_Event(), (component, event, origin) -> component.check(event));
  private static final List<Subscription<Audit, ?>> SUBSCRIPTIONS =
      List.of(SUBSCRIPTION_0, SUBSCRIPTION_2);

  /** Loaded by the framework, by name. */
  public Audit_Descriptor() {}

  @Override
  public String name() {
    return "Audit";
  }

  @Override
  public Class<Audit> type() {
    return Audit.class;
  }

  @Override
  public String serviceName() {
    return "shop.audit.Audit";
  }

  @Override
  public String protoResource() {
    return "META-INF/heddle/proto/shop/audit/Audit.proto";
  }

  @Override
  public List<MethodDescriptor> methods() {
    return METHODS;
  }

  @Override
  public Audit stub(Edge<Audit> edge) {
    return new Audit_Stub(edge);
  }

  @Override
  public void bind(Audit stub, @Nullable Audit local) {
    ((Audit_Stub) stub).local = local;
  }

  @Override
  public void callUncounted(Audit stub, int method, @Nullable Audit local) {
    ((Audit_Stub) stub).callUncounted(method, local);
  }

  @Override
  public Skeleton skeleton(Audit implementation) {
    return new Audit_Skeleton(implementation);
  }

  @Override
  public List<Subscription<Audit, ?>> subscriptions() {
    return SUBSCRIPTIONS;
  }
}
