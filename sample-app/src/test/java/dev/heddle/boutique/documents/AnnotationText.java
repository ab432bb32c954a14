package dev.heddle.boutique.documents;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The source of one annotation as a section of a document. */
final class AnnotationText {
  private static final String TARGET = "Target";

  private final DocTrees docs;
  private final CompilationUnitTree file;
  private final ClassTree annotation;

  private AnnotationText(DocTrees docs, CompilationUnitTree file) {
    this.docs = docs;
    this.file = file;
    this.annotation = (ClassTree) file.getTypeDecls().getFirst();
  }

  static AnnotationText of(Path source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(source));
      return new AnnotationText(DocTrees.instance(task), task.parse().iterator().next());
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("### @").append(annotation.getSimpleName()).append("\n\n");
    text.append("`").append(file.getPackageName()).append("`, on ").append(targets());
    text.append("\n\n").append(javadoc(annotation));
    List<MethodTree> elements =
        annotation.getMembers().stream()
            .filter(MethodTree.class::isInstance)
            .map(MethodTree.class::cast)
            .toList();
    if (elements.isEmpty()) return text.toString();
    text.append("\n| element | type | default | what it says |\n| --- | --- | --- | --- |\n");
    elements.forEach(element -> text.append(row(element)));
    return text.toString();
  }

  private String row(MethodTree element) {
    Tree defaultValue = element.getDefaultValue();
    return "| `%s` | `%s` | %s | %s |\n"
        .formatted(
            element.getName(),
            element.getReturnType(),
            defaultValue == null ? "" : "`" + defaultValue + "`",
            javadoc(element).strip().replaceAll("\\s+", " ").replace("|", "\\|"));
  }

  private String targets() {
    return annotation.getModifiers().getAnnotations().stream()
        .filter(each -> each.getAnnotationType().toString().equals(TARGET))
        .flatMap(each -> each.getArguments().stream())
        .map(argument -> argument.toString().replaceAll("value = |ElementType\\.|[{}]", ""))
        .map(names -> names.toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
        .collect(Collectors.joining());
  }

  private String javadoc(Tree tree) {
    String comment = docs.getDocComment(TreePath.getPath(file, tree));
    if (comment == null) {
      throw new AssertionError(file.getSourceFile().getName() + ": no Javadoc of " + tree);
    }
    return JavadocMarkdown.of(comment);
  }
}
