package dev.heddle.codegen;

import dev.heddle.codegen.Problems.Place;
import java.io.IOException;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Where generated files go; each has the one annotated element that it originates from. */
final class Output {
  private final Filer filer;
  private final TypeElement origin;
  private final Problems problems;

  Output(Filer filer, TypeElement origin, Problems problems) {
    this.filer = filer;
    this.origin = origin;
    this.problems = problems;
  }

  void component(Component component) {
    calls(component);
    schema("components", component.java(), SchemaWriter.write(component));
    index("components", component.generatedType("Descriptor"));
  }

  /** A capability travels as a component does; what finds components does not find it. */
  void capability(Component capability) {
    calls(capability);
  }

  private void calls(Component component) {
    source(component.generatedType("Descriptor"), DescriptorWriter.write(component));
    source(component.generatedType("Stub"), StubWriter.write(component));
    source(component.generatedType("Skeleton"), SkeletonWriter.write(component));
    source(component.generatedType("Codec"), CodecWriter.write(component));
    resource(component.protoResource(), ProtoFileWriter.write(component));
  }

  void event(Event event) {
    source(event.generatedType("Event"), EventWriter.write(event));
    source(event.generatedType("Codec"), CodecWriter.write(event));
    resource(event.protoResource(), ProtoFileWriter.write(event));
    schema("events", event.java(), SchemaWriter.write(event));
  }

  void implementation(Implementation implementation) {
    String packageName = implementation.java().packageName();
    TypeName descriptor = TypeName.of(packageName, implementation.generated("Implementation"));
    source(descriptor, ImplementationWriter.write(implementation));
    if (implementation.sandboxable()) {
      source(
          TypeName.of(packageName, implementation.generated("Guest")),
          GuestWriter.write(implementation));
    }
    index("implementations", descriptor);
    schema("implementations", implementation.java(), SchemaWriter.write(implementation));
  }

  private void schema(String kind, TypeName type, String json) {
    resource("META-INF/heddle/schema/" + kind + "/" + type.qualified() + ".json", json + "\n");
  }

  void settings(SettingsRecord settings) {
    source(settings.binding(), SettingsWriter.write(settings));
  }

  private void index(String kind, TypeName type) {
    resource("META-INF/heddle/" + kind + "/" + type.qualified(), type.qualified() + "\n");
  }

  private void source(TypeName type, String text) {
    write(type.qualified(), () -> filer.createSourceFile(type.qualified(), origin), text);
  }

  private void resource(String path, String text) {
    write(path, () -> filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, origin), text);
  }

  private interface Creation {
    FileObject create() throws IOException;
  }

  private void write(String name, Creation creation, String text) {
    // What clashes once clashes with every file; saying it once is enough.
    if (!problems.isEmpty()) return;
    Place place = new Place(origin, origin.getSimpleName().toString());
    try (Writer writer = creation.create().openWriter()) {
      writer.write(text);
    } catch (FilerException exists) {
      problems.add(
          place,
          "Generated files have names of their own",
          "a second " + name,
          "Rename this type, or give the component another name.");
    } catch (IOException failure) {
      problems.add(
          place,
          "Generated files can be written",
          name + ": " + failure.getMessage(),
          "Check the compiler's output directory.");
    }
  }
}
