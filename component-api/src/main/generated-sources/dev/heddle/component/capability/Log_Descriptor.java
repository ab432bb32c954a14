package dev.heddle.component.capability;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.Skeleton;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** What the framework knows of the component {@link Log}. */
@Generated("dev.heddle.codegen")
public final class Log_Descriptor implements ComponentDescriptor<Log> {
  static final MethodDescriptor LOG = new MethodDescriptor(0, "log", "Log", false, false);
  static final MethodDescriptor DEBUG = new MethodDescriptor(1, "debug", "Debug", false, false);
  static final MethodDescriptor INFO = new MethodDescriptor(2, "info", "Info", false, false);
  static final MethodDescriptor WARN = new MethodDescriptor(3, "warn", "Warn", false, false);
  static final MethodDescriptor ERROR = new MethodDescriptor(4, "error", "Error", false, false);
  private static final List<MethodDescriptor> METHODS = List.of(LOG, DEBUG, INFO, WARN, ERROR);

  /** Loaded by the framework, by name. */
  public Log_Descriptor() {}

  @Override
  public String name() {
    return "Log";
  }

  @Override
  public Class<Log> type() {
    return Log.class;
  }

  @Override
  public String serviceName() {
    return "dev.heddle.component.capability.log.Log";
  }

  @Override
  public String protoResource() {
    return "META-INF/heddle/proto/dev/heddle/component/capability/log/Log.proto";
  }

  @Override
  public List<MethodDescriptor> methods() {
    return METHODS;
  }

  @Override
  public Log stub(Edge<Log> edge) {
    return new Log_Stub(edge);
  }

  @Override
  public void bind(Log stub, @Nullable Log local) {
    ((Log_Stub) stub).local = local;
  }

  @Override
  public void callUncounted(Log stub, int method, @Nullable Log local) {
    ((Log_Stub) stub).callUncounted(method, local);
  }

  @Override
  public Skeleton skeleton(Log implementation) {
    return new Log_Skeleton(implementation);
  }
}
