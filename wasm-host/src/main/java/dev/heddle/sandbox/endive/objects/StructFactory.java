package dev.heddle.sandbox.endive.objects;

import org.jspecify.annotations.Nullable;

/** Makes the structs with which a module begins. Generated. */
public interface StructFactory {

  /**
   * A struct with default values.
   *
   * @param type index of its type
   */
  GuestStruct create(int type);

  /**
   * A struct with these values.
   *
   * @param type index of its type
   * @param numbers of each field; what is no number is ignored
   * @param references of each field; what is no reference is ignored
   */
  GuestStruct create(int type, long[] numbers, @Nullable Object[] references);
}
