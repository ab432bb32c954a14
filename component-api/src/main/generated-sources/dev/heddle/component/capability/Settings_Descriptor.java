package dev.heddle.component.capability;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.Skeleton;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** What the framework knows of the component {@link Settings}. */
@Generated("dev.heddle.codegen")
public final class Settings_Descriptor implements ComponentDescriptor<Settings> {
  static final MethodDescriptor GET = new MethodDescriptor(0, "get", "Get", false, false);
  static final MethodDescriptor ALL = new MethodDescriptor(1, "all", "All", false, false);
  private static final List<MethodDescriptor> METHODS = List.of(GET, ALL);

  /** Loaded by the framework, by name. */
  public Settings_Descriptor() {}

  @Override
  public String name() {
    return "Settings";
  }

  @Override
  public Class<Settings> type() {
    return Settings.class;
  }

  @Override
  public String serviceName() {
    return "dev.heddle.component.capability.settings.Settings";
  }

  @Override
  public String protoResource() {
    return "META-INF/heddle/proto/dev/heddle/component/capability/settings/Settings.proto";
  }

  @Override
  public List<MethodDescriptor> methods() {
    return METHODS;
  }

  @Override
  public Settings stub(Edge<Settings> edge) {
    return new Settings_Stub(edge);
  }

  @Override
  public void bind(Settings stub, @Nullable Settings local) {
    ((Settings_Stub) stub).local = local;
  }

  @Override
  public void callUncounted(Settings stub, int method, @Nullable Settings local) {
    ((Settings_Stub) stub).callUncounted(method, local);
  }

  @Override
  public Skeleton skeleton(Settings implementation) {
    return new Settings_Skeleton(implementation);
  }
}
