package dev.heddle.component.capability;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.Skeleton;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** What the framework knows of the component {@link RandomSource}. */
@Generated("dev.heddle.codegen")
public final class RandomSource_Descriptor implements ComponentDescriptor<RandomSource> {
  static final MethodDescriptor NEXT_LONG =
      new MethodDescriptor(0, "nextLong", "NextLong", false, false);
  static final MethodDescriptor NEXT_INT =
      new MethodDescriptor(1, "nextInt", "NextInt", false, false);
  static final MethodDescriptor NEXT_BYTES =
      new MethodDescriptor(2, "nextBytes", "NextBytes", false, false);
  static final MethodDescriptor NEXT_UUID =
      new MethodDescriptor(3, "nextUuid", "NextUuid", false, false);
  private static final List<MethodDescriptor> METHODS =
      List.of(NEXT_LONG, NEXT_INT, NEXT_BYTES, NEXT_UUID);

  /** Loaded by the framework, by name. */
  public RandomSource_Descriptor() {}

  @Override
  public String name() {
    return "RandomSource";
  }

  @Override
  public Class<RandomSource> type() {
    return RandomSource.class;
  }

  @Override
  public String serviceName() {
    return "dev.heddle.component.capability.randomsource.RandomSource";
  }

  @Override
  public String protoResource() {
    return "META-INF/heddle/proto/dev/heddle/component/capability/randomsource/RandomSource.proto";
  }

  @Override
  public List<MethodDescriptor> methods() {
    return METHODS;
  }

  @Override
  public RandomSource stub(Edge<RandomSource> edge) {
    return new RandomSource_Stub(edge);
  }

  @Override
  public void bind(RandomSource stub, @Nullable RandomSource local) {
    ((RandomSource_Stub) stub).local = local;
  }

  @Override
  public void callUncounted(RandomSource stub, int method, @Nullable RandomSource local) {
    ((RandomSource_Stub) stub).callUncounted(method, local);
  }

  @Override
  public Skeleton skeleton(RandomSource implementation) {
    return new RandomSource_Skeleton(implementation);
  }
}
