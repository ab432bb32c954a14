package dev.heddle.sandbox.endive;

import dev.heddle.sandbox.module.ModuleBuilder;
import dev.heddle.sandbox.module.ModuleBuilder.Code;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A module with objects of every kind, and what its code is written with. */
final class ObjectModule {
  static final int ANY = 0x6e;
  static final int FUNCTION = 0x70;
  static final int BASE = 8;
  static final int EXTENDED = 9;
  static final int EQUAL = 10;
  static final int RESULT = 11;
  static final int OTHER = 12;
  static final int BYTES = 0;
  static final int SHORTS = 1;
  static final int INTS = 2;
  static final int LONGS = 3;
  static final int FLOATS = 4;
  static final int DOUBLES = 5;
  static final int REFERENCES = 6;
  static final int FUNCTIONS = 7;

  static final int CONST = 0x41;
  static final int LONG_CONST = 0x42;
  static final int GET = 0x20;
  static final int SET = 0x21;
  static final int WRAP = 0xa7;
  static final int ADD = 0x6a;
  static final int IS_NULL = 0xd1;
  static final int NEW = 0xfb00;
  static final int NEW_DEFAULT = 0xfb01;
  static final int FIELD = 0xfb02;
  static final int FIELD_SIGNED = 0xfb03;
  static final int FIELD_UNSIGNED = 0xfb04;
  static final int SET_FIELD = 0xfb05;
  static final int ARRAY = 0xfb06;
  static final int ARRAY_DEFAULT = 0xfb07;
  static final int ARRAY_FIXED = 0xfb08;
  static final int ARRAY_DATA = 0xfb09;
  static final int AT = 0xfb0b;
  static final int AT_SIGNED = 0xfb0c;
  static final int AT_UNSIGNED = 0xfb0d;
  static final int SET_AT = 0xfb0e;
  static final int LENGTH = 0xfb0f;
  static final int FILL = 0xfb10;
  static final int COPY = 0xfb11;
  static final int LOAD = 0xfb12;
  static final int TEST = 0xfb14;
  static final int TEST_NULL = 0xfb15;
  static final int CAST = 0xfb16;
  static final int CAST_NULL = 0xfb17;
  static final int I31 = 0xfb1c;

  private ObjectModule() {}

  static Code made(Code code, int type) {
    return known(code.op(NEW_DEFAULT, type).op(SET, 0), type);
  }

  static Code known(Code code, int type) {
    return code.op(GET, 0).op(CAST, type);
  }

  static Code array(Code code, int type, int length) {
    return code.op(CONST, length).op(ARRAY_DEFAULT, type);
  }

  static Consumer<Code> field(int field, int value, int get) {
    return code -> {
      made(code, BASE).op(CONST, value).op(SET_FIELD, BASE, field);
      known(code, BASE).op(get, BASE, field);
    };
  }

  static Consumer<Code> element(int type, int value, int get) {
    return code -> {
      array(code, type, 3).op(SET, 0);
      known(code, type).op(CONST, 2).op(CONST, value).op(SET_AT, type);
      known(code, type).op(CONST, 2).op(get, type);
    };
  }

  static ModuleBuilder builder() {
    ModuleBuilder builder = new ModuleBuilder();
    for (int element : new int[] {0x78, 0x77, 0x7f, 0x7e, 0x7d, 0x7c, ANY, FUNCTION}) {
      builder.type(0x5e, element, 1);
    }
    int[] fields = {0x78, 1, 0x77, 1, 0x7f, 1, 0x7e, 1, 0x7d, 1, 0x7c, 1, ANY, 1, FUNCTION, 1};
    builder.type(join(new int[] {0x50, 0, 0x5f, 8}, fields));
    builder.type(join(new int[] {0x50, 1, BASE, 0x5f, 9}, join(fields, new int[] {0x7f, 1})));
    builder.type(join(new int[] {0x50, 0, 0x5f, 8}, fields));
    builder.functionType(new int[0], ModuleBuilder.I32);
    builder.type(0x5f, 1, 0x7f, 1);
    builder.memory(1, 1).data(32);
    builder.global(ANY, code -> code.op(NEW_DEFAULT, EXTENDED));
    builder.global(ModuleBuilder.I32, code -> code.op(CONST, 5));
    builder.global(FUNCTION, code -> code.op(0xd2, 0));
    builder.global(ANY, code -> code.op(NEW_DEFAULT, EQUAL));
    builder.constant(ANY, code -> code.op(NEW_DEFAULT, EXTENDED));
    builder.constant(FUNCTION, code -> code.op(0xd2, 0));
    builder.global(
        ANY,
        code -> {
          code.op(CONST, 200).op(CONST, 70_000).op(CONST, -3).op(LONG_CONST, 40);
          code.raw(0x43, 1, 2, 3, 4).raw(0x44, 1, 2, 3, 4, 5, 6, 7, 8);
          code.op(0x23, 4).op(0x23, 5).op(NEW, BASE);
        });
    return builder;
  }

  static int[] join(int[] first, int[] second) {
    return IntStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
  }
}
