package dev.heddle.sandbox.module;

import dev.heddle.sandbox.module.ModuleShape.Body;
import dev.heddle.sandbox.module.ModuleShape.LocalGroup;
import dev.heddle.sandbox.module.ModuleShape.Span;
import java.util.ArrayList;
import java.util.List;

/** Reads where the code of functions is, and their locals. */
final class Bodies {
  static final int MOST_LOCALS = 50_000;
  private final List<Body> bodies = new ArrayList<>();

  int count() {
    return bodies.size();
  }

  List<Body> all() {
    return List.copyOf(bodies);
  }

  void read(BinaryReader section) {
    BinaryReader in = section.part(section.count());
    int groups = in.entries();
    List<LocalGroup> locals = new ArrayList<>();
    long count = 0;
    for (int i = 0; i < groups; i++) {
      long more = in.u32();
      ValueType type = ValueType.read(in);
      count += more;
      if (count > MOST_LOCALS) throw in.malformed("more than " + MOST_LOCALS + " locals");
      if (more > 0) locals.add(new LocalGroup((int) more, type));
    }
    Span code = new Span(in.position(), section.position());
    bodies.add(new Body(code, List.copyOf(locals), (int) count));
  }
}
