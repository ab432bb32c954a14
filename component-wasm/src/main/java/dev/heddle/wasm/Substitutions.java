package dev.heddle.wasm;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.teavm.extension.spi.substitution.SubstitutionPolicy;
import org.teavm.parsing.substitution.DefaultSubstituteClassNameMapping;
import org.teavm.parsing.substitution.SubstituteClassNameMapping;

/** Which classes of the JDK are replaced inside a module: ours before the compiler's own. */
final class Substitutions {
  private static final String OURS = "dev.heddle.wasm.guest.";

  private Substitutions() {}

  static SubstituteClassNameMapping mapping(ClassLoader loader) {
    SubstitutionPolicy ours =
        sink -> sink.selectClasses(name -> name.startsWith("java.")).packagePrefix(OURS);
    Stream<SubstitutionPolicy> theirs =
        ServiceLoader.load(SubstitutionPolicy.class, loader).stream()
            .map(ServiceLoader.Provider::get);
    List<SubstitutionPolicy> policies = Stream.concat(Stream.of(ours), theirs).toList();
    return DefaultSubstituteClassNameMapping.createWithPolicies(policies);
  }
}
