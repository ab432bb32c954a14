package dev.heddle.sandbox.endive;

import static dev.heddle.sandbox.endive.ObjectModule.ADD;
import static dev.heddle.sandbox.endive.ObjectModule.ARRAY;
import static dev.heddle.sandbox.endive.ObjectModule.ARRAY_DATA;
import static dev.heddle.sandbox.endive.ObjectModule.ARRAY_FIXED;
import static dev.heddle.sandbox.endive.ObjectModule.AT;
import static dev.heddle.sandbox.endive.ObjectModule.AT_SIGNED;
import static dev.heddle.sandbox.endive.ObjectModule.AT_UNSIGNED;
import static dev.heddle.sandbox.endive.ObjectModule.BASE;
import static dev.heddle.sandbox.endive.ObjectModule.BYTES;
import static dev.heddle.sandbox.endive.ObjectModule.CAST;
import static dev.heddle.sandbox.endive.ObjectModule.CAST_NULL;
import static dev.heddle.sandbox.endive.ObjectModule.CONST;
import static dev.heddle.sandbox.endive.ObjectModule.COPY;
import static dev.heddle.sandbox.endive.ObjectModule.EQUAL;
import static dev.heddle.sandbox.endive.ObjectModule.EXTENDED;
import static dev.heddle.sandbox.endive.ObjectModule.FIELD;
import static dev.heddle.sandbox.endive.ObjectModule.FIELD_SIGNED;
import static dev.heddle.sandbox.endive.ObjectModule.FIELD_UNSIGNED;
import static dev.heddle.sandbox.endive.ObjectModule.FILL;
import static dev.heddle.sandbox.endive.ObjectModule.FUNCTIONS;
import static dev.heddle.sandbox.endive.ObjectModule.GET;
import static dev.heddle.sandbox.endive.ObjectModule.I31;
import static dev.heddle.sandbox.endive.ObjectModule.IS_NULL;
import static dev.heddle.sandbox.endive.ObjectModule.LENGTH;
import static dev.heddle.sandbox.endive.ObjectModule.LOAD;
import static dev.heddle.sandbox.endive.ObjectModule.LONG_CONST;
import static dev.heddle.sandbox.endive.ObjectModule.NEW;
import static dev.heddle.sandbox.endive.ObjectModule.NEW_DEFAULT;
import static dev.heddle.sandbox.endive.ObjectModule.OTHER;
import static dev.heddle.sandbox.endive.ObjectModule.SET;
import static dev.heddle.sandbox.endive.ObjectModule.SET_AT;
import static dev.heddle.sandbox.endive.ObjectModule.SET_FIELD;
import static dev.heddle.sandbox.endive.ObjectModule.SHORTS;
import static dev.heddle.sandbox.endive.ObjectModule.TEST;
import static dev.heddle.sandbox.endive.ObjectModule.TEST_NULL;
import static dev.heddle.sandbox.endive.ObjectModule.WRAP;
import static dev.heddle.sandbox.endive.ObjectModule.array;
import static dev.heddle.sandbox.endive.ObjectModule.element;
import static dev.heddle.sandbox.endive.ObjectModule.field;
import static dev.heddle.sandbox.endive.ObjectModule.known;
import static dev.heddle.sandbox.endive.ObjectModule.made;

import dev.heddle.sandbox.module.ModuleBuilder.Code;
import java.util.function.Consumer;

/** A function that leaves an i32; it has two locals for any object. */
enum ObjectCase {
  BYTE_FIELD_IS_SIGNED(field(0, 0x1ff, FIELD_SIGNED)),
  BYTE_FIELD_IS_UNSIGNED(field(0, 0x1ff, FIELD_UNSIGNED)),
  SHORT_FIELD_IS_SIGNED(field(1, 0x1_fffe, FIELD_SIGNED)),
  SHORT_FIELD_IS_UNSIGNED(field(1, 0x1_fffe, FIELD_UNSIGNED)),
  INT_FIELD(field(2, Integer.MIN_VALUE, FIELD)),
  LONG_FIELD(
      code -> {
        made(code, BASE).op(LONG_CONST, 0x1234_5678_9abcL).op(SET_FIELD, BASE, 3);
        known(code, BASE).op(FIELD, BASE, 3).op(LONG_CONST, 12).op(0x88).op(WRAP);
      }),
  FLOAT_FIELD(
      code -> {
        made(code, BASE).op(CONST, 0x7fa0_0001).op(0xbe).op(SET_FIELD, BASE, 4);
        known(code, BASE).op(FIELD, BASE, 4).op(0xbc);
      }),
  DOUBLE_FIELD(
      code -> {
        made(code, BASE).op(LONG_CONST, 0x7ff4_0000_0000_0001L).op(0xbf).op(SET_FIELD, BASE, 5);
        known(code, BASE).op(FIELD, BASE, 5).op(0xbd).op(WRAP);
      }),
  REFERENCE_FIELD(
      code -> {
        made(code, BASE).op(GET, 0).op(SET_FIELD, BASE, 6);
        known(code, BASE).op(FIELD, BASE, 6).op(TEST, BASE);
      }),
  FUNCTION_FIELD_BEGINS_WITH_NULL(
      code -> {
        code.op(NEW_DEFAULT, EXTENDED).op(SET, 0);
        known(code, EXTENDED).op(FIELD, EXTENDED, 7).op(IS_NULL);
      }),
  FUNCTION_FIELD(
      code -> {
        made(code, BASE).op(0x23, 2).op(SET_FIELD, BASE, 7);
        known(code, BASE).op(FIELD, BASE, 7).op(IS_NULL);
      }),
  ALL_FIELDS_AT_ONCE(
      code -> {
        code.op(CONST, 255).op(CONST, 70_000).op(CONST, -3).op(LONG_CONST, 4);
        code.op(CONST, 5).op(0xbe).op(LONG_CONST, 6).op(0xbf).raw(0xd0, 0x71);
        code.op(0x23, 2).op(CONST, 9).op(NEW, EXTENDED).op(SET, 0);
        known(code, EXTENDED).op(FIELD_SIGNED, EXTENDED, 0);
        known(code, EXTENDED).op(FIELD_UNSIGNED, EXTENDED, 1).op(ADD);
        known(code, EXTENDED).op(FIELD, EXTENDED, 2).op(ADD);
        known(code, BASE).op(FIELD, BASE, 3).op(WRAP).op(ADD);
        known(code, BASE).op(FIELD, BASE, 4).op(0xbc).op(ADD);
        known(code, BASE).op(FIELD, BASE, 5).op(0xbd).op(WRAP).op(ADD);
        known(code, EXTENDED).op(FIELD, EXTENDED, 8).op(ADD);
      }),
  NULL_HAS_NO_FIELDS(code -> code.raw(0xd0, BASE).op(FIELD, BASE, 2)),
  SUBTYPE_PASSES_A_TEST(code -> code.op(NEW_DEFAULT, EXTENDED).op(TEST, BASE)),
  SUPERTYPE_FAILS_A_TEST(code -> code.op(NEW_DEFAULT, BASE).op(TEST, EXTENDED)),
  EQUAL_TYPE_PASSES_A_TEST(code -> code.op(NEW_DEFAULT, EQUAL).op(TEST, BASE)),
  EQUAL_TYPE_HAS_THE_SAME_FIELDS(
      code -> {
        made(code, EQUAL).op(CONST, 77).op(SET_FIELD, EQUAL, 2);
        known(code, BASE).op(FIELD, BASE, 2);
      }),
  OTHER_TYPE_FAILS_A_TEST(code -> code.op(NEW_DEFAULT, OTHER).op(TEST, BASE)),
  NULL_FAILS_A_TEST(code -> code.raw(0xd0, 0x71).op(TEST, BASE)),
  NULL_PASSES_A_TEST_FOR_IT(code -> code.raw(0xd0, 0x71).op(TEST_NULL, BASE)),
  WRONG_CAST(code -> code.op(NEW_DEFAULT, BASE).op(CAST, OTHER).op(FIELD, OTHER, 0)),
  CAST_OF_NULL(code -> code.raw(0xd0, 0x71).op(CAST, OTHER).op(FIELD, OTHER, 0)),
  CAST_THAT_LETS_NULL_PASS(code -> code.raw(0xd0, 0x71).op(CAST_NULL, OTHER).op(IS_NULL)),
  STRUCT_IS_A_STRUCT(code -> code.op(NEW_DEFAULT, OTHER).raw(0xfb, TEST & 0xff, 0x6b)),
  STRUCT_IS_NO_ARRAY(code -> code.op(NEW_DEFAULT, OTHER).raw(0xfb, TEST & 0xff, 0x6a)),
  ARRAY_IS_AN_ARRAY(code -> array(code, BYTES, 1).raw(0xfb, TEST & 0xff, 0x6a)),
  ARRAY_OF_THE_TYPE(code -> array(code, BYTES, 1).op(TEST, BYTES)),
  ARRAY_OF_ANOTHER_TYPE(code -> array(code, BYTES, 1).op(TEST, SHORTS)),
  SMALL_INTEGER_IS_NO_STRUCT(code -> code.op(CONST, 1).op(I31).op(TEST, BASE)),
  BRANCH_ON_CAST(
      code -> {
        code.raw(0x02, 0x63, BASE).op(NEW_DEFAULT, EXTENDED);
        code.raw(0xfb, 0x18, 0x03, 0, 0x6e, BASE).op(0x1a).raw(0xd0, BASE).op(0x0b);
        code.op(IS_NULL);
      }),
  BRANCH_ON_CAST_OF_NULL(
      code -> {
        code.raw(0x02, 0x63, BASE).raw(0xd0, 0x6e);
        code.raw(0xfb, 0x18, 0x03, 0, 0x6e, BASE).op(0x1a).op(NEW_DEFAULT, BASE).op(0x0b);
        code.op(IS_NULL);
      }),
  BYTES_ARE_SIGNED(element(BYTES, 0x1ff, AT_SIGNED)),
  BYTES_ARE_UNSIGNED(element(BYTES, 0x1ff, AT_UNSIGNED)),
  SHORTS_ARE_SIGNED(element(SHORTS, 0x1_fffe, AT_SIGNED)),
  SHORTS_ARE_UNSIGNED(element(SHORTS, 0x1_fffe, AT_UNSIGNED)),
  INTS(element(ObjectModule.INTS, -7, AT)),
  LONGS(
      code -> {
        array(code, ObjectModule.LONGS, 3).op(SET, 0);
        known(code, ObjectModule.LONGS).op(CONST, 2).op(LONG_CONST, -9);
        code.op(SET_AT, ObjectModule.LONGS);
        known(code, ObjectModule.LONGS).op(CONST, 2).op(AT, ObjectModule.LONGS).op(WRAP);
      }),
  FLOATS(
      code ->
          code.op(CONST, 11)
              .op(0xbe)
              .op(CONST, 3)
              .op(ARRAY, ObjectModule.FLOATS)
              .op(CONST, 2)
              .op(AT, ObjectModule.FLOATS)
              .op(0xbc)),
  DOUBLES(
      code ->
          code.op(LONG_CONST, 12)
              .op(0xbf)
              .op(CONST, 3)
              .op(ARRAY, ObjectModule.DOUBLES)
              .op(CONST, 2)
              .op(AT, ObjectModule.DOUBLES)
              .op(0xbd)
              .op(WRAP)),
  REFERENCES(
      code -> {
        code.op(NEW_DEFAULT, OTHER).op(CONST, 4).op(ARRAY, ObjectModule.REFERENCES);
        code.op(CONST, 3).op(AT, ObjectModule.REFERENCES).op(TEST, OTHER);
      }),
  FUNCTIONS_BEGIN_WITH_NULL(
      code -> array(code, FUNCTIONS, 2).op(CONST, 1).op(AT, FUNCTIONS).op(IS_NULL)),
  FIXED_BYTES(
      code ->
          code.op(CONST, 1)
              .op(CONST, 300)
              .op(ARRAY_FIXED, BYTES, 2)
              .op(CONST, 1)
              .op(AT_UNSIGNED, BYTES)),
  FIXED_REFERENCES(
      code ->
          code.op(NEW_DEFAULT, OTHER)
              .op(NEW_DEFAULT, BASE)
              .op(ARRAY_FIXED, ObjectModule.REFERENCES, 2)
              .op(CONST, 1)
              .op(AT, ObjectModule.REFERENCES)
              .op(TEST, BASE)),
  LENGTH_OF_AN_ARRAY(code -> array(code, ObjectModule.LONGS, 5).op(LENGTH)),
  LENGTH_OF_NULL(code -> code.raw(0xd0, 0x71).op(CAST_NULL, BYTES).op(LENGTH)),
  BEHIND_THE_END(code -> array(code, BYTES, 5).op(CONST, 5).op(AT_UNSIGNED, BYTES)),
  BEFORE_THE_BEGINNING(code -> array(code, BYTES, 5).op(CONST, -1).op(AT_UNSIGNED, BYTES)),
  FILLED(
      code -> {
        array(code, SHORTS, 5).op(SET, 0);
        known(code, SHORTS).op(CONST, 1).op(CONST, 0x1_0041).op(CONST, 3).op(FILL, SHORTS);
        known(code, SHORTS).op(CONST, 3).op(AT_UNSIGNED, SHORTS);
        known(code, SHORTS).op(CONST, 4).op(AT_UNSIGNED, SHORTS).op(ADD);
      }),
  FILLED_TOO_FAR(
      code -> {
        array(code, SHORTS, 5).op(SET, 0);
        known(code, SHORTS).op(CONST, 3).op(CONST, 1).op(CONST, 3).op(FILL, SHORTS);
        code.op(CONST, 0);
      }),
  COPIED_ONTO_ITSELF(
      code -> {
        code.op(CONST, 0).op(CONST, 5).op(ARRAY_DATA, BYTES, 0).op(SET, 0);
        known(code, BYTES).op(CONST, 1);
        known(code, BYTES).op(CONST, 0).op(CONST, 4).op(COPY, BYTES, BYTES);
        known(code, BYTES).op(CONST, 4).op(AT_UNSIGNED, BYTES);
      }),
  COPIED_TOO_FAR(
      code -> {
        array(code, BYTES, 5).op(SET, 0);
        known(code, BYTES).op(CONST, 2);
        known(code, BYTES).op(CONST, 0).op(CONST, 4).op(COPY, BYTES, BYTES).op(CONST, 0);
      }),
  DATA_OF_INTS(
      code ->
          code.op(CONST, 4)
              .op(CONST, 3)
              .op(ARRAY_DATA, ObjectModule.INTS, 0)
              .op(CONST, 2)
              .op(AT, ObjectModule.INTS)),
  DATA_OF_SHORTS(
      code ->
          code.op(CONST, 1)
              .op(CONST, 3)
              .op(ARRAY_DATA, SHORTS, 0)
              .op(CONST, 1)
              .op(AT_UNSIGNED, SHORTS)),
  DATA_BEHIND_THE_END(
      code -> code.op(CONST, 20).op(CONST, 4).op(ARRAY_DATA, ObjectModule.INTS, 0).op(LENGTH)),
  LOADED_INTO_LONGS(
      code -> {
        array(code, ObjectModule.LONGS, 3).op(SET, 0);
        known(code, ObjectModule.LONGS).op(CONST, 1).op(CONST, 3).op(CONST, 2);
        code.op(LOAD, ObjectModule.LONGS, 0);
        known(code, ObjectModule.LONGS).op(CONST, 2).op(AT, ObjectModule.LONGS);
        code.op(LONG_CONST, 32).op(0x88).op(WRAP);
      }),
  LOADED_BEHIND_THE_END(
      code -> {
        array(code, BYTES, 3).op(SET, 0);
        known(code, BYTES).op(CONST, 2).op(CONST, 0).op(CONST, 2).op(LOAD, BYTES, 0);
        code.op(CONST, 0);
      }),
  GLOBAL_BEGINS_WITH_A_STRUCT(code -> code.op(0x23, 0).op(TEST, EXTENDED)),
  GLOBAL_IS_CHANGED(code -> code.op(NEW_DEFAULT, OTHER).op(0x24, 0).op(0x23, 0).op(TEST, EXTENDED)),
  GLOBAL_BEGINS_WITH_A_STRUCT_OF_AN_EQUAL_TYPE(code -> code.op(0x23, 3).op(TEST, BASE)),
  GLOBAL_BEGINS_WITH_A_STRUCT_OF_VALUES(
      code -> {
        code.op(0x23, 6).op(CAST, BASE).op(FIELD_SIGNED, BASE, 0);
        code.op(0x23, 6).op(CAST, BASE).op(FIELD, BASE, 3).op(WRAP).op(ADD);
        code.op(0x23, 6).op(CAST, BASE).op(FIELD, BASE, 4).op(0xbc).op(ADD);
        code.op(0x23, 6).op(CAST, BASE).op(FIELD, BASE, 6).op(TEST, EXTENDED).op(ADD);
        code.op(0x23, 6).op(CAST, BASE).op(FIELD, BASE, 7).op(IS_NULL).op(ADD);
      }),
  GLOBAL_NUMBER(code -> code.op(CONST, 6).op(0x24, 1).op(0x23, 1).op(0x23, 1).op(ADD)),
  SAME_OBJECT(
      code ->
          code.op(NEW_DEFAULT, OTHER)
              .op(SET, 0)
              .raw(0x20, 0, 0xfb, 0x17, 0x6d)
              .raw(0x20, 0, 0xfb, 0x17, 0x6d)
              .op(0xd3));

  private final Consumer<Code> code;

  ObjectCase(Consumer<Code> code) {
    this.code = code;
  }

  Consumer<Code> code() {
    return code;
  }
}
