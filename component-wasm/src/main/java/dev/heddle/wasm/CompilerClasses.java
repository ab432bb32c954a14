package dev.heddle.wasm;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderSource;
import org.teavm.model.ReferenceCache;
import org.teavm.parsing.ClasspathClassHolderSource;
import org.teavm.parsing.resource.ResourceBytecodeClassHolderSource;

/**
 * The compiler's own classes and what stands for the JDK's, parsed once for all modules that are
 * made one after the other: most of the work of making a small one. Nobody changes them, the
 * compiler copies.
 */
final class CompilerClasses {
  private static final Queue<CompilerClasses> IDLE = new ConcurrentLinkedQueue<>();

  private final ReferenceCache references = new ReferenceCache();
  private final ClassHolderSource own =
      new ClasspathClassHolderSource(
          ToolFiles.PROVIDER,
          references,
          Substitutions.mapping(CompilerClasses.class.getClassLoader()));

  private CompilerClasses() {}

  /** Runs a task with classes that nobody else uses at the same time. */
  static <T> T use(Function<CompilerClasses, T> task) {
    CompilerClasses known = IDLE.poll();
    CompilerClasses classes = known == null ? new CompilerClasses() : known;
    try {
      return task.apply(classes);
    } finally {
      IDLE.add(classes);
    }
  }

  ReferenceCache references() {
    return references;
  }

  /** These, and the classes of one module's application. */
  ClassHolderSource with(RecordedFiles application) {
    ClassHolderSource parsed = new ResourceBytecodeClassHolderSource(application, references);
    Map<String, Optional<ClassHolder>> known = new HashMap<>();
    return name ->
        ToolFiles.belongs(name.replace('.', '/'))
            ? own.get(name)
            : known
                .computeIfAbsent(name, each -> Optional.ofNullable(parsed.get(each)))
                .orElse(null);
  }
}
