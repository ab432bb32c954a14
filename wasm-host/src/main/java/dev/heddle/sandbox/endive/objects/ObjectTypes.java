package dev.heddle.sandbox.endive.objects;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import run.endive.wasm.types.ArrayType;
import run.endive.wasm.types.CompType;
import run.endive.wasm.types.FieldType;
import run.endive.wasm.types.StructType;
import run.endive.wasm.types.SubType;
import run.endive.wasm.types.TypeSection;

/** The types of objects that a module declares. */
public final class ObjectTypes {
  private final TypeSection section;
  private final int[] canonical;
  private final int message;
  private final String packageName;

  /**
   * Reads them.
   *
   * @param packageName of the classes that stand for them
   * @param message index of the struct in which messages are handed over, -1 for none
   */
  public ObjectTypes(String packageName, TypeSection section, int message) {
    this.packageName = packageName;
    this.section = section;
    this.message = message;
    canonical = new int[section.subTypeCount()];
    Map<List<Storage>, int[]> alike = new HashMap<>();
    for (int i = 0; i < canonical.length; i++) canonical[i] = firstLike(i, alike);
  }

  /** The same type may be declared twice; one of them stands for both. */
  private int firstLike(int type, Map<List<Storage>, int[]> alike) {
    if (!isStruct(type)) return type;
    List<Storage> shape =
        Arrays.stream(struct(type).fieldTypes())
            .map(field -> Storage.of(field.storageType()))
            .toList();
    int[] known = alike.getOrDefault(shape, new int[0]);
    for (int each : known) {
      if (section.canonicallyEquivalent(each, type)) return each;
    }
    int[] more = Arrays.copyOf(known, known.length + 1);
    more[known.length] = type;
    alike.put(shape, more);
    return type;
  }

  int count() {
    return canonical.length;
  }

  /** Whether there are any. */
  public boolean any() {
    for (int i = 0; i < canonical.length; i++) {
      if (isStruct(i) || section.getSubType(i).compType().arrayType() != null) return true;
    }
    return false;
  }

  boolean isStruct(int type) {
    return type >= 0
        && type < canonical.length
        && section.getSubType(type).compType().structType() != null;
  }

  int canonical(int type) {
    return canonical[type];
  }

  String packageName() {
    return packageName;
  }

  /** The internal name of a struct's class. */
  String className(int type) {
    return packageName.replace('.', '/') + "/Struct" + canonical[type];
  }

  StructType struct(int type) {
    return section.getSubType(type).compType().structType();
  }

  Storage field(int type, int field) {
    return Storage.of(struct(type).fieldTypes()[field].storageType());
  }

  Storage element(int type) {
    return Storage.of(section.getSubType(type).compType().arrayType().fieldType().storageType());
  }

  /** The type that it extends. */
  OptionalInt parent(int type) {
    int[] parents = section.getSubType(type).typeIdx();
    return parents.length == 0 ? OptionalInt.empty() : OptionalInt.of(canonical[parents[0]]);
  }

  /** The field that holds a message's bytes, in the struct that is one. */
  OptionalInt messageContent(int type) {
    if (message < 0 || canonical[message] != type) return OptionalInt.empty();
    FieldType[] fields = struct(type).fieldTypes();
    for (int i = fields.length - 1; i >= 0; i--) {
      if (Storage.of(fields[i].storageType()) == Storage.REFERENCE && isBytes(fields[i])) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private boolean isBytes(FieldType field) {
    int type = field.storageType().valType().typeIdx();
    if (type < 0 || type >= canonical.length) return false;
    SubType declared = section.getSubType(type);
    CompType composite = declared.compType();
    ArrayType array = composite.arrayType();
    return array != null && Storage.of(array.fieldType().storageType()) == Storage.BYTE;
  }
}
