package dev.heddle.sandbox.module;

import static dev.heddle.sandbox.module.HostileDeclarations.times;
import static dev.heddle.sandbox.module.HostileModule.java;

import dev.heddle.sandbox.module.HostileModule.Answer;
import dev.heddle.sandbox.module.HostileModule.End;
import dev.heddle.sandbox.module.HostileModule.Refused;
import java.util.List;
import java.util.function.Consumer;

/** Types whose comparison takes longer than anybody waits, or more stack than there is. */
final class HostileTypes {
  private static final int FIRST = 7;
  private static final int NULLABLE = 0x63;
  private static final int STRUCT = 0x5f;
  private static final int OPEN = 0x50;

  static final List<HostileModule> ALL =
      List.of(
          types(
              "two equal towers of types that double on each floor",
              new Refused("steps to compare types"),
              HostileTypes::towers,
              code -> cast(code, FIRST + 58, FIRST + 59)),
          types(
              "a chain of 100 subtypes",
              new Refused("at most 63"),
              b -> subtypes(b, 100),
              code -> {}),
          types(
              "a chain of 60 subtypes",
              new Answer(),
              b -> subtypes(b, 60),
              code -> cast(code, FIRST + 59, FIRST)),
          types(
              "a type below two others",
              new Refused("more than one supertype"),
              b -> {
                b.type(OPEN, 0, STRUCT, 0);
                b.type(OPEN, 0, STRUCT, 0);
                b.type(OPEN, 2, FIRST, FIRST + 1, STRUCT, 0);
              },
              code -> {}),
          types(
              "a type below itself",
              new Refused("supertype"),
              b -> b.type(OPEN, 1, FIRST, STRUCT, 0),
              code -> {}),
          types(
              "a type of a type that is not there",
              new Refused("refers to a later one"),
              b -> b.type(STRUCT, 1, NULLABLE, 50, 0),
              code -> {}),
          types(
              "an object of 20,000 fields",
              new Refused("fields"),
              b -> b.type(struct(20_000)),
              code -> {}),
          types(
              "19,000 types that are alike",
              new Answer(),
              b -> times(19_000, () -> b.type(STRUCT, 1, 0x7f, 0)),
              code -> cast(code, FIRST + 18_000, FIRST + 1)),
          types(
              "a group of 9,900 types, twice",
              new Refused("steps to compare types"),
              b -> times(2, () -> b.type(group(9_900))),
              code -> cast(code, FIRST + 9_899, FIRST + 2 * 9_900 - 1)));

  private HostileTypes() {}

  private static HostileModule types(
      String tries, End end, Consumer<ModuleBuilder> types, Consumer<ModuleBuilder.Code> code) {
    return java(
        tries,
        end,
        () -> {
          HandMade made = new HandMade();
          types.accept(made.builder);
          return made.build(code.andThen(c -> c.op(Opcode.LOCAL_GET, 1)));
        });
  }

  /** Types by twos: each of a pair has two fields of the one below it, so all pairs are alike. */
  private static void towers(ModuleBuilder builder) {
    builder.type(STRUCT, 0);
    builder.type(STRUCT, 0);
    for (int i = 0; i < 58; i++) {
      BinaryWriter out = new BinaryWriter(8).u8(STRUCT).u8(2);
      for (int k = 0; k < 2; k++) out.u8(NULLABLE).signed(FIRST + i).u8(0);
      builder.type(ints(out));
    }
  }

  private static void subtypes(ModuleBuilder builder, int count) {
    builder.type(OPEN, 0, STRUCT, 0);
    for (int i = 0; i < count - 1; i++) {
      builder.type(ints(new BinaryWriter(8).u8(OPEN).u8(1).u32(FIRST + i).u8(STRUCT).u8(0)));
    }
  }

  private static int[] struct(int fields) {
    BinaryWriter out = new BinaryWriter(fields * 2).u8(STRUCT).u32(fields);
    for (int i = 0; i < fields; i++) out.u8(0x7f).u8(0);
    return ints(out);
  }

  private static int[] group(int count) {
    BinaryWriter out = new BinaryWriter(count * 4).u8(0x4e).u32(count);
    for (int i = 0; i < count; i++) out.u8(STRUCT).u8(1).u8(0x7f).u8(0);
    return ints(out);
  }

  private static int[] ints(BinaryWriter out) {
    byte[] bytes = out.toByteArray();
    int[] ints = new int[bytes.length];
    for (int i = 0; i < ints.length; i++) ints[i] = bytes[i] & 0xff;
    return ints;
  }

  /** Makes an object of one type and asks whether it is of another. */
  private static void cast(ModuleBuilder.Code code, int made, int asked) {
    code.op(Opcode.STRUCT_NEW_DEFAULT, made).op(0xfb14, asked).op(0x1a);
  }
}
